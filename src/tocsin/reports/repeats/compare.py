"""Whether one report's text repeats another's: word for word, as a newer version, or in another language."""

import re
from typing import NamedTuple

from tocsin.language.name_fold import folded

COPY_FROM = 0.8
VERSION_FROM = 0.45
TRANSLATION_FROM = 0.6
_RUN = 4  # words
_FEWEST_FACTS = 6
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"[^\W\d_]{4,}")


class Told(NamedTuple):
    """A report as it is compared; `language` as detected, empty where it is not known."""

    text: str
    language: str
    source_url: str = ""


class Repeat(NamedTuple):
    """`kind` is a code of `RepeatKind`; `score` from 0 to 1 is how much of the shorter text stands in the other."""

    kind: str
    score: float


def compare_reports(one: Told, other: Told) -> Repeat | None:
    """None where nothing speaks for it. Headers and footers of the site that reposts a text weigh little."""
    share = _share(runs_of(one.text), runs_of(other.text))
    is_one_page = bool(one.source_url) and one.source_url == other.source_url
    if share >= COPY_FROM and not is_one_page:
        return Repeat("copy", share)
    if share >= VERSION_FROM or (is_one_page and share >= VERSION_FROM / 2):
        return Repeat("version", share)
    if one.language and other.language and one.language != other.language:
        same = _share(facts_of(one.text), facts_of(other.text))
        return Repeat("translation", same) if same >= TRANSLATION_FROM else None
    return None


def runs_of(text: str) -> frozenset[str]:
    """Runs of four words, wherever they stand: a text with another header keeps nearly all of them."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, 0)))


def facts_of(text: str) -> frozenset[str]:
    """What stays in a translation: numbers, and names in whatever script."""
    numbers = {number for number in _NUMBER.findall(text) if len(number) > 1}
    names = {folded(word) for word in _NAME.findall(text) if word[0].isupper()}
    return frozenset(numbers | {name[:6] for name in names if len(name) > 3})


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the smaller lies in the larger; 0 where it is too small to tell."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= _FEWEST_FACTS else 0.0
