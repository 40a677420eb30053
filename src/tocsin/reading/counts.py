"""How many people: '500 miners', 'hundreds of the participants', 'over 50 troops'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tocsin.language.gates import Gate
from tocsin.language.han_numbers import HAN_DIGITS, han_number
from tocsin.language.lexicon import Lexicon
from tocsin.language.one_of import one_of, one_of_stems
from tocsin.language.phrases import Hit
from tocsin.language.place_data import demonyms
from tocsin.language.tried import tried
from tocsin.terms.count import Count

UNSPACED = frozenset({"zh", "ja", "th"})
# What ends the words for a country's people; other languages mostly put adjectives there ('deset českých firem').
PLURALS = {"en": "s", "es": r"\w*s", "fr": r"\w*s", "it": r"\w*i", "pt": r"\w*s"}
_FIGURE = re.compile(r"\d")
_FIGURES = re.compile(r"\d+")
_POINTS = re.compile(r"[.,\s]")
_BLANKS = re.compile(r"\s+")
_UNIT = re.compile(r"\s*(?:%|\S*\d|[^\W\d_])")
_NUMBERED = re.compile(
    r"(?i)(?:\b(?:number|no|nr|num|núm|n)\b\.?|num[eé]ro|número|nummer|номер|č\.|[№#°º第])\s*$"
)
LONGEST_NUMBERED = 8  # letters of 'nummer' and the like, with a full stop
TOTAL = 70  # letters between the words for a sum and the sum
_WORD_AFTER = re.compile(r"\s+(?P<noun>[^\W\d_]{4,})")
OF_PERSONS = frozenset({"arrest", "mass_arrest", "release", "dismissal", "abduction"})
REACH, BESIDE = 30, 8  # letters in which such an event is looked for, letters to its verb
_ANY_WORD, _SMALL_WORD = re.compile(r"\s+[^\W\d_]"), re.compile(r"\s+[^\W\d_A-Z]")
_BREAK = re.compile(r"\s*(?:[.,;:!?)]|$)")
_YEAR = re.compile(r"(?:19|20)\d\d")


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
    if not _FIGURE.search(text) and not _gate(words).opens(text):
        return []
    return list(_found_unspaced(text, words) if words.language in UNSPACED else _found(text, words))


@cache
def _gate(words: Lexicon) -> Gate:
    return Gate(str(word) for part in ("numbers", "vague") for word in words.table(part))


def _found(text: str, words: Lexicon) -> Iterator[FoundCount]:
    for match in _amounts(text, words):
        value = _value(match, words)
        if value is None:
            continue
        noun = _noun(words).match(text, match.end()) or _people(words).match(text, match.end())
        if noun and value == 1 and len(noun["noun"].split()) > 2:
            continue  # 'a different location for residential surveillance'
        if noun and _YEAR.fullmatch(match["digits"] or "") and len(noun["noun"].split()) > 1 and value % 100:
            continue  # 'the 2004 murder of an editor'
        if not noun and value > 1:
            noun = _whom_it_befell(text, match, words)
        group = "" if noun else _group_of(text, match, words)
        alone = noun or group or (value > 1 and (not match["digits"] or _stands_alone(text, match, words)))
        if not alone:
            continue
        hedge = (match["hedge"] or "").lower()
        open_above = match["vague"] is not None or hedge in words.words("open_above")
        high = max(value, int(match["upto"])) if match["upto"] else value
        count = Count(value, None if open_above else high, match[0].strip())
        end = noun.end() if noun else match.end()
        yield FoundCount(match.start(), match.end(), count, noun["noun"] if noun else group, end)


def _amounts(text: str, words: Lexicon) -> Iterator[re.Match[str]]:
    """As `finditer` of the expression, which would try every place, where this tries those that can be."""
    lowered, amount = text.lower(), _amount(words)
    if len(lowered) != len(text):
        yield from amount.finditer(text)
        return
    figures = (figure.start() for figure in _FIGURES.finditer(text))
    yield from tried(amount, text, sorted({*_beginnings(words).places(lowered), *figures}))


@cache
def _beginnings(words: Lexicon) -> Gate:
    """The first words of numbers and of what stands before them."""
    hedged = (*words.words("at_least"), *words.table("vague"), *words.table("numbers"))
    return Gate(str(one).split()[0] for one in hedged)


def _group_of(text: str, match: re.Match[str], words: Lexicon) -> str:
    """Who is counted by a number that no noun follows: 'the Oakland 25', 'brings the number of those held to 200'."""
    if not match["digits"] or _YEAR.fullmatch(match["digits"]) or _UNIT.match(text, match.end()):
        return ""
    before = text[max(0, match.start() - TOTAL) : match.start()]
    told = words.cues("totals").first(before)
    if told is not None and not _FIGURE.search(before, told.end):
        return before[told.start : told.end]
    last = before.split()[-2:]
    is_known = len(last) == 2 and last[0].lower() in words.words("determiners")
    return last[1] if is_known and _is_group(last[1], match["digits"]) else ""


def _whom_it_befell(text: str, match: re.Match[str], words: Lexicon) -> re.Match[str] | None:
    """'40 satyagrahis were arrested', 'took away 40 satyagrahis': people by a word that no list holds."""
    after = _WORD_AFTER.match(text, match.end())
    if after is None or after["noun"].lower() in words.words("not_counted", "counted_alone"):
        return None
    if _YEAR.fullmatch(match["digits"] or "") or any(
        _befalls(h) for h in words.cues("incidents").find(after["noun"])
    ):
        return None
    behind = text[after.end() : after.end() + REACH]
    before = text[max(0, match.start() - REACH) : match.start()]
    triggers = words.cues("incidents")
    is_subject = any(_befalls(told) and told.start < BESIDE for told in triggers.find(behind))
    is_object = any(_befalls(told) and told.end >= len(before.rstrip()) for told in triggers.find(before))
    return after if is_subject or is_object else None


def _befalls(told: Hit) -> bool:
    return told.code in OF_PERSONS


def _stands_alone(text: str, match: re.Match[str], words: Lexicon) -> bool:
    """'the trial of the 23', '53 were freed', '12 arrested': a number that stands for people."""
    if _YEAR.fullmatch(match["digits"]) or _is_numbered(text, match.start()):
        return False
    after = text[match.end() : match.end() + 30]
    if (_ANY_WORD if words.language == "de" else _SMALL_WORD).match(after) and any(
        hit is not None and hit.start < 2
        for hit in (words.cues("verbs_after").first(after), words.cues("incidents").first(after))
    ):
        return True
    before = text[: match.start()].split()[-2:]
    the = words.words("determiners")
    is_meant = bool(before) and before[-1].lower() in the and len(match["digits"]) <= 3
    return is_meant and _BREAK.match(after) is not None


def _is_numbered(text: str, start: int) -> bool:
    """'cell number 12': right before it a word for a number stands."""
    end = len(text[:start].rstrip())
    return _NUMBERED.search(text, max(0, end - LONGEST_NUMBERED), start) is not None


def _is_group(name: str, digits: str) -> bool:
    """'The Oakland 25': so many people, known by their town."""
    return name[:1].isupper() and name.isalpha() and len(digits) == 2


def _found_unspaced(text: str, words: Lexicon) -> Iterator[FoundCount]:
    """'至少三十名工人': number, measure word and noun stand together without blanks."""
    for match in _unspaced(words).finditer(text):
        number = match["digits"] or match["word"] or ""
        table = words.table("numbers")
        value = words.table("vague").get(match["vague"] or "") or (
            float(number.replace(",", "")) if match["digits"] else table.get(number) or han_number(number)
        )
        if not value or value > 10**8:
            continue
        low = int(value * words.table("multiples").get(match["multiple"] or "", 1))
        is_open = bool(match["vague"] or match["more"]) or match["hedge"] in words.words("open_above")
        count = Count(low, None if is_open else low, text[match.start() : match.start("noun")])
        yield FoundCount(match.start(), match.start("noun"), count, match["noun"], match.end())


def _value(match: re.Match[str], words: Lexicon) -> int | None:
    if match["vague"]:
        return int(words.table("vague")[_BLANKS.sub(" ", match["vague"].lower())])
    if match["word"]:
        total = _in_words(match["word"], words)
    else:
        number = match["digits"]
        if _YEAR.fullmatch(number) and _YEAR.fullmatch(match["upto"] or ""):
            return None
        total = float(_POINTS.sub("", number))
        factor = words.table("multiples").get((match["multiple"] or "").lower(), 1)
        if factor > 1 and re.fullmatch(r"\d{1,2}[.,]\d", number):
            total = float(number.replace(",", "."))
        if factor == 100 and total >= 100:
            factor = 1  # '300 hundred people' is a slip for 300
        total *= factor
    return int(total) if total < 10**9 else None


def _in_words(number: str, words: Lexicon) -> float:
    """'two thousand three hundred', 'treinta y cinco', 'vingt-quatre': summed from left to right."""
    numbers, multiples = words.table("numbers"), words.table("multiples")
    exact = numbers.get(_BLANKS.sub(" ", number.lower()))
    if exact is not None:
        return float(exact)
    total = part = 0.0
    for word in re.split(r"[\s-]+", number.lower()):
        value = numbers.get(word, 0)
        if value == 100 and 0 < part < 10:
            part *= 100
        elif value:
            part += value
        elif word in multiples:
            part = max(part, 1) * multiples[word]
            total, part = (total + part, 0) if multiples[word] >= 1000 else (total, part)
    return total + part


@cache
def _amount(words: Lexicon) -> re.Pattern[str]:
    hedges, several = one_of(words.words("at_least")), one_of(words.table("multiples"))
    number = rf"(?:{one_of(words.table('numbers'))})(?!\w)"
    upto = one_of(words.words("range_links"))
    link = rf"(?:-|\s+(?:(?:{one_of(words.words('number_links'))})\s+)?)"
    return re.compile(
        rf"(?i)(?<![\w.,/:$€£-])(?:(?P<hedge>{hedges})\s+)?(?:(?P<vague>{one_of(words.table('vague'))})(?![\w-])"
        rf"|(?P<digits>\d{{1,3}}(?:[.,\s]\d{{3}})+|\d{{1,7}}(?:[.,]\d)?)(?:\s?(?:[-–—]|(?:{upto})\s)\s?(?P<upto>\d{{1,7}})(?![\d.,:/-]))?(?:\s+(?P<multiple>{several})s?(?!\w))?"
        rf"|(?P<word>{number}(?:{link}(?:{number}|(?:{several})(?!\w))){{0,5}})(?!-\w))"
    )


@cache
def _unspaced(words: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<hedge>{one_of(words.words('at_least'))})?"
        rf"(?:(?P<vague>{one_of(words.table('vague'))})|(?:(?P<digits>\d[\d,]*)|(?P<word>[{HAN_DIGITS}]+|{one_of(words.table('numbers'))}))"
        rf"(?P<multiple>{one_of(words.table('multiples'))})?(?P<more>[多余餘几幾])?)"
        rf"[名位个個]?(?P<noun>{one_of(words.words('counted'))})"
    )


def is_counted_noun(text: str, start: int, words: Lexicon) -> bool:
    """Whether people stand there: 'activists', 'mill workers'."""
    return _noun(words).match(text, start) is not None


@cache
def _people(words: Lexicon) -> re.Pattern[str]:
    """'Twelve Kenyans', 'cinco chilenos', 'drei Türken': those whom a country's word counts by itself."""
    named = {row["word"] for row in demonyms() if row["language"] == words.language}
    plural = PLURALS.get(words.language, "(?!)")
    return re.compile(rf"(?i)\s*(?P<noun>(?:{one_of(named)}){plural}(?!\w))")


@cache
def _noun(words: Lexicon) -> re.Pattern[str]:
    """The people counted, with up to three words before them: 'ethnic Uzbek men', 'of the participants'."""
    stems = one_of_stems(words.words("counted"))
    alone = one_of(words.words("counted_alone"))
    article = one_of(words.words("count_links"))
    other = one_of(words.words("not_counted"))
    return re.compile(
        rf"(?i)\s*(?:(?:{article})\s+)*(?P<noun>(?:(?!(?:and|or|y|et|und|{other})\b)[^\W\d][\w'’-]*\s+){{0,3}}?(?:{stems})(?!\w)"
        rf"|(?:{alone})(?!\w))"
    )
