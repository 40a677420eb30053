"""Where a text names a country, or people and things of one."""

from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from tocsin.language.place_data import AMBIGUOUS, aliases, country_names, demonyms, homographs
from tocsin.language.place_index import mentions
from tocsin.terms.span import Span

_INFLECTED = frozenset(
    [
        "ru",
        "uk",
        "be",
        "bg",
        "sr",
        "pl",
        "cs",
        "sk",
        "hr",
        "kk",
        "ky",
        "uz",
        "fi",
        "hu",
        "tr",
        "az",
        "hy",
        "ka",
        "de",
        "da",
    ]
)
_LONGEST_ENDING = 7
_SHORTEST_STEM = 5
_SHORTEST_ADJECTIVE = 4
_NO_BLANKS = ("\u0e00", "\u0e7f"), ("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7a3")


def country_mentions(text: str, language: str | None = None) -> list[tuple[Span, str]]:
    """(span, ISO alpha-2) in the order of the text, for the text's language and English; longest names first.

    'Korea' and 'Congo' alone are left out: they mean more than one country.
    """
    lowered = _lowered(text)
    found = []
    for matcher, meant, is_inflected in _matchers(language):
        for pattern, start, end in matcher.find_matches_as_indexes(lowered):
            shortest = _SHORTEST_STEM if meant[pattern].is_name else _SHORTEST_ADJECTIVE
            stop = _word_end(lowered, end, is_inflected and end - start >= shortest)
            if stop and _is_word_start(text, start) and _is_written_so(text, start, end, meant[pattern]):
                found.append((Span(start, stop), meant[pattern].code))
    return _without_overlaps([m for m in found if m[1] != AMBIGUOUS])


def _without_overlaps(found: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    kept: list[tuple[Span, str]] = []
    for span, code in sorted(found, key=lambda m: (m[0].start, -m[0].end)):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, code))
    return kept


def _primary(language: str | None) -> str:
    return (language or "en").split("-")[0].replace("no", "nb")


def _lowered(text: str) -> str:
    """Lower case, letter for letter, so that offsets stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class _Meant(NamedTuple):
    """`is_name` tells 'Turkey' from 'Turkish'; `is_english` names and demonyms both have a capital."""

    code: str
    is_name: bool
    is_english: bool


Matcher = tuple[AhoCorasick, list[_Meant], bool]


@cache
def _matchers(language: str | None) -> list[Matcher]:
    """Of the language and of English, and whether words are inflected there."""
    return [_matcher(tongue) for tongue in dict.fromkeys((_primary(language), "en"))]


@cache
def _matcher(language: str) -> Matcher:
    words = _words(language)
    matcher = AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest)
    return matcher, list(words.values()), language in _INFLECTED


def _words(language: str) -> dict[str, _Meant]:
    english = language == "en"
    others = {row["word"] for row in homographs() if row["language"] == language}
    names = {name.lower(): code for code, name in mentions(language)}
    names |= {row["name"].lower(): row["country"] for row in country_names() if row["language"] == language}
    words = {_stem(n, language): _Meant(c, True, english) for n, c in names.items() if n not in others}
    for row in demonyms():
        if row["language"] == language:
            words[row["word"].lower()] = _Meant(row["country"], False, english)
    if english:
        words |= {row["name"].lower(): _Meant(row["country"], True, True) for row in aliases()}
    return words


def _stem(name: str, language: str) -> str:
    """Without the last vowel where the language declines names: 'россия' -> 'росси'."""
    if language in _INFLECTED and len(name) > _SHORTEST_STEM and name[-1] in "aeiouyáéíóúýаеиоуыэюяіїь":
        return name[:-1]
    return name


def _is_word_start(text: str, start: int) -> bool:
    return start == 0 or not text[start - 1].isalnum() or _has_no_blanks(text[start])


def _word_end(text: str, end: int, may_be_inflected: bool) -> int | None:
    """Where the word ends that a match began, None where the match is a piece of another word."""
    if end == len(text) or not text[end].isalnum() or _has_no_blanks(text[end - 1]):
        return end
    if not may_be_inflected:
        return None
    stop = end
    while stop < len(text) and text[stop].isalpha():
        stop += 1
    return stop if stop - end <= _LONGEST_ENDING else None


@cache
def _short_names() -> frozenset[str]:
    """'Irã': names of three letters that are no abbreviations."""
    return frozenset(row["name"].lower() for row in country_names() if row["name"].istitle())


def _has_no_blanks(char: str) -> bool:
    return any(low <= char <= high for low, high in _NO_BLANKS)


def _is_written_so(text: str, start: int, end: int, meant: _Meant) -> bool:
    """Names begin with a capital ('Turkey' is no bird), abbreviations are all capitals ('US' is not 'us')."""
    word = text[start:end]
    if len(word) <= 3 and word.lower() not in _short_names():
        return not word.islower() and word.upper() == word
    return not word[0].islower() or not (meant.is_name or meant.is_english)
