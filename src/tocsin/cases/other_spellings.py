"""Withheld names as another script, another way to spell or a case of a language gives them: 'Соколовой' of 'Sokolova'.

Too much left out of a text harms less than a name that stays: a word that only looks like a case of a name goes, too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from tocsin.language.heard.scripts import is_many_ways_heard
from tocsin.language.name_fold import leaves_vowels_out, name_words, sounded, spelt

from .heard_names import HeardNames

# Endings as `spelt` reads them: of Slavic languages, in place of a last vowel or behind the name; of others only behind it.
_SLAVIC = frozenset((
    "a", "o", "u", "i", "e", "ei", "oi", "ou", "iu", "ia", "im", "om", "em", "am", "ami", "imi", "ogo", "omu", "ego", "emu", "ovi",
))  # fmt: skip
_GERMANIC_OR_TURKIC = frozenset((
    "s", "es", "en", "in", "un", "nin", "nun", "din", "tin", "di", "ti", "du", "tu", "da", "de", "ta", "te", "ga", "ge", "ka", "ke",
    "dan", "den", "tan", "ten", "men", "ben", "pen", "lar", "ler",
))  # fmt: skip
_ENDINGS = _SLAVIC | _GERMANIC_OR_TURKIC
_FEWEST_CONSONANTS = 2  # of a word in a script without vowels, which tells beside another one only
_LONGEST_ENDING = max(map(len, _ENDINGS))
_VOWELS = "aeiou"
_SHORTEST, _SHORTEST_CYRILLIC = 3, 2  # letters before an ending
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`](?!s\b)[^\W\d_]+)*")
_BETWEEN = re.compile(r"[\s.\-]*")
_INITIALS = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]\.\s?){1,2}$")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_UMLAUT = re.compile(r"(?<=[aou])e")


class Tells(IntEnum):
    """What a word says of whom it may name: a word of shown names nothing, one that only sounds alike half of it."""

    NOTHING = 0
    HALF = 1
    ALL = 2


class Hit(NamedTuple):
    """A word that a name may stand in."""

    start: int
    end: int
    put: str
    tells: Tells


class OtherSpellings:
    """`names` maps each name to what stands in its place; `shown` are words of names that may be said."""

    def __init__(self, names: Mapping[str, str], shown: Iterable[str]) -> None:
        self._sure, self._shared, self._consonants = _Cases(), _Cases(), dict[str, str]()
        said = frozenset(map(_key, shown))
        for name, put in names.items():
            for word in _telling(name):
                key = _key(word)
                (self._shared if _Cases.of(key).hold_any(said) else self._sure).add(key, put)
                if len(sounded(word)) >= _FEWEST_CONSONANTS and not is_many_ways_heard(word):
                    self._consonants.setdefault(sounded(word), put)
        self._heard = HeardNames(names)
        self._is_any = bool(names)
        self._leave_vowels_out = any(map(leaves_vowels_out, names))

    def found(self, text: str) -> list[tuple[int, int, str]]:
        """Start, end and what to put there, in order; words beside each other and initials before them are one."""
        groups = _beside(text, self._hits(text)) if self._is_any else ()
        spaced = [
            (_initials_before(text, group[0].start), group[-1].end, group[0].put)
            for group in groups
            if sum(hit.tells for hit in group) >= Tells.ALL
        ]
        return sorted([*spaced, *self._heard.in_runs(text)])

    def _hits(self, text: str) -> Iterator[Hit]:
        end_of_last = -1
        for word in _WORD.finditer(text):
            # A name does not begin with a small letter, and ordinary words do; 'Seo-yeon' goes on with one.
            goes_on = end_of_last == word.start() - 1 and text[end_of_last] == "-"
            if (word[0][0].islower() and not goes_on) or len(word[0]) < _SHORTEST_CYRILLIC:
                continue
            if told := next(self._told_by(word[0]), None):
                end_of_last = word.end()
                yield Hit(word.start(), end_of_last, *told)

    def _told_by(self, word: str) -> Iterator[tuple[str, Tells]]:
        key, shortest = _key(word), _SHORTEST_CYRILLIC if _CYRILLIC.search(word) else _SHORTEST
        for cases, tells in ((self._sure, Tells.ALL), (self._shared, Tells.NOTHING)):
            if (put := cases.get(key, shortest)) is not None:
                yield put, tells
        if (self._leave_vowels_out or leaves_vowels_out(word)) and (
            heard := self._consonants.get(sounded(word))
        ) is not None:
            yield heard, Tells.HALF
        if named := self._heard.told_by(word):
            yield named[0], Tells.ALL if named[1] else Tells.HALF


class _Cases:
    """Words of names as `_key` gives them, to be found in any case."""

    def __init__(self) -> None:
        self._whole: dict[str, str] = {}
        self._bare: dict[str, str] = {}  # without their last vowels

    @classmethod
    def of(cls, key: str) -> "_Cases":
        cases = cls()
        cases.add(key, "")
        return cases

    def add(self, key: str, put: str) -> None:
        if len(key) >= _SHORTEST:
            self._whole.setdefault(key, put)
            self._bare.setdefault(key.rstrip(_VOWELS), put)

    def get(self, key: str, shortest: int) -> str | None:
        """What stands in place of a word; before its ending are at least `shortest` letters."""
        if key in self._whole or not self._whole:
            return self._whole.get(key)
        for at in range(max(shortest, len(key) - _LONGEST_ENDING), len(key)):
            stem, ending = key[:at], key[at:]
            if ending in _ENDINGS and stem in self._whole:
                return self._whole[stem]
            if ending in _SLAVIC and stem in self._bare:
                return self._bare[stem]
        return None

    def hold_any(self, keys: Iterable[str]) -> bool:
        return any(self.get(key, _SHORTEST) is not None for key in keys)


def _telling(name: str) -> Iterator[str]:
    """The words that tell who it is: 'de', 'bin' and initials do not."""
    for word in name_words(name):
        if not word.endswith(".") and not word.islower():
            yield word


@lru_cache(16384)
def _key(word: str) -> str:
    """'Müller' and 'Mueller' alike."""
    return _UMLAUT.sub("", spelt(word))


def _beside(text: str, hits: Iterable[Hit]) -> Iterator[list[Hit]]:
    """Hits with nothing but blanks, dots and dashes between them."""
    group: list[Hit] = []
    for hit in hits:
        if group and not _BETWEEN.fullmatch(text, group[-1].end, hit.start):
            yield group
            group = []
        group.append(hit)
    if group:
        yield group


def _initials_before(text: str, at: int) -> int:
    found = _INITIALS.search(text, max(0, at - 6), at)
    return found.start() if found else at
