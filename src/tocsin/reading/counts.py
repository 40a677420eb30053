"""How many people: '500 miners', 'hundreds of the participants', 'over 50 troops'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tocsin.language.lexicon import Lexicon
from tocsin.terms.count import Count


@dataclass(frozen=True)
class FoundCount:
    """`noun` is who is counted, empty where nobody is named; offsets count in the text searched."""

    start: int
    end: int
    count: Count
    noun: str
    noun_end: int


def find_counts(text: str, words: Lexicon) -> list[FoundCount]:
    """Every number of people in a sentence, in its order."""
    return list(_found(text, words))


def _found(text: str, words: Lexicon) -> Iterator[FoundCount]:
    for match in _amount(words).finditer(text):
        value = _value(match, words)
        if value is None:
            continue
        noun = _noun(words).match(text, match.end())
        if match["digits"] and not noun:
            continue
        hedge = (match["hedge"] or "").lower()
        open_above = match["vague"] is not None or hedge in words.words("open_above")
        count = Count(value, None if open_above else value, match[0].strip())
        yield FoundCount(
            match.start(),
            match.end(),
            count,
            noun["noun"] if noun else "",
            noun.end() if noun else match.end(),
        )


def _value(match: re.Match[str], words: Lexicon) -> int | None:
    if match["vague"]:
        return int(words.table("vague")[re.sub(r"\s+", " ", match["vague"].lower())])
    number = match["digits"] or match["word"]
    value = (
        float(re.sub(r"[.,\s]", "", number)) if match["digits"] else words.table("numbers")[number.lower()]
    )
    factor = words.table("multiples").get((match["multiple"] or "").lower(), 1)
    if match["digits"] and factor > 1 and re.fullmatch(r"\d{1,2}[.,]\d", number):
        value = float(number.replace(",", "."))
    if match["digits"] and factor == 100 and value >= 100:
        factor = 1  # '300 hundred people' is a slip for 300
    total = int(value * factor)
    return total if total < 10**9 else None


def _alternatives(entries: object) -> str:
    listed = [str(entry) for entry in entries] if isinstance(entries, dict | list | frozenset) else []
    return (
        "|".join(re.escape(e).replace(r"\ ", r"\s+") for e in sorted(listed, key=len, reverse=True)) or "(?!)"
    )


@cache
def _amount(words: Lexicon) -> re.Pattern[str]:
    hedges = _alternatives(words.words("at_least"))
    return re.compile(
        rf"(?i)(?<![\w.,/:$€£-])(?:(?P<hedge>{hedges})\s+)?(?:(?P<vague>{_alternatives(words.table('vague'))})(?!\w)"
        rf"|(?:(?P<digits>\d{{1,3}}(?:[.,\s]\d{{3}})+|\d{{1,7}}(?:[.,]\d)?)|(?P<word>{_alternatives(words.table('numbers'))})(?![\w-]))"
        rf"(?:\s+(?P<multiple>{_alternatives(words.table('multiples'))})s?(?!\w))?)"
    )


@cache
def _noun(words: Lexicon) -> re.Pattern[str]:
    """The people counted, with up to three words before them: 'ethnic Uzbek men', 'of the participants'."""
    stems = "|".join(
        re.escape(noun).replace(r"\*", r"\w*").replace(r"\?", r"\w").replace(r"\ ", r"\s+")
        for noun in sorted(words.words("counted"), key=len, reverse=True)
    )
    article = _alternatives(words.words("count_links"))
    other = _alternatives(words.words("not_counted"))
    return re.compile(
        rf"(?i)\s*(?:(?:{article})\s+)*(?P<noun>(?:(?!(?:and|or|y|et|und|{other})\b)[^\W\d][\w'’-]*\s+){{0,3}}?(?:{stems or '(?!)'})(?!\w))"
    )
