"""The words of a text as a search looks for them: printed forms without accents, and forms that other scripts share."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tocsin.language.han import simplified
from tocsin.language.heard.scripts import asked_by, found_by
from tocsin.language.name_fold import folded, is_abjad, latin, leaves_vowels_out, name_words, sounded
from tocsin.language.russian_cases import first_cases

LONGEST = 60  # letters of a word that count: nobody types more, and no index bears words without end
_SHORTEST_SOUND = 3
_FEWEST = 2  # consonants that may tell a name; of other words it takes three
# Stand before a form of consonants alone: of an Arabic or Hebrew word, and of a name in another script.
_OF_ABJAD, _OF_OTHERS = "0", "1"
# Letters that are no letter with an accent to Unicode, and Arabic ones that two keyboards type apart.
_ALIKE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
    | {"ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه", "ـ": None}
)
_ALIKE_IN_PLACE = (("ك", "ک"), ("ي", "ی"), ("ى", "ی"), ("ة", "ه"))
# Scripts that put no spaces between words, or stick endings to them: Thai to Burmese, Khmer, kana, Han, Hangul.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
RUN = "run"
_UNSPACED_LETTER = re.compile(f"[{_UNSPACED}]")


class Word(NamedTuple):
    """Where it stands in the text; `printed` as letters alone. `is_pair`: two letters of a script without spaces."""

    start: int
    end: int
    printed: str
    is_pair: bool = False


def words_in(text: str) -> Iterator[Word]:
    """The words in order. Chinese, Japanese, Korean and Thai go by two letters at a time, each overlapping the next."""
    for found in _word().finditer(text):
        if found.lastgroup == RUN:
            yield from _pairs(found)
        elif printed := plain(found[0]):
            yield Word(found.start(), found.end(), printed)


def run_at(text: str, start: int) -> str:
    """All that stands there without a space: `words_in` gives its pairs, and leaves the signs at its end out."""
    found = _word().match(text, start)
    return found[0] if found else ""


class Spelt(NamedTuple):
    """A word as it is spelt and where it begins; `printed` is empty for a run of a script without spaces, which `words_in` reads."""

    start: int
    spelt: str
    printed: str


def spelt_in(run: str) -> tuple[Spelt, ...]:
    """The words in what stands between two spaces."""
    return tuple(_spelt(found) for found in _word().finditer(run))


def _spelt(found: re.Match[str]) -> Spelt:
    return Spelt(found.start(), found[0], "" if found.lastgroup == RUN else plain(found[0]))


def is_unspaced(letter: str) -> bool:
    """Whether its script puts no spaces between words."""
    return bool(_UNSPACED_LETTER.match(letter))


def evened(text: str) -> str:
    """In small letters, those alike that two keyboards type apart; each letter stays in its place where none is longer so."""
    lowered = text.lower()
    # Letter by letter through a table took a hundred times as long, half of the marking of a page in Arabic.
    for letter, alike in _ALIKE_IN_PLACE:
        lowered = lowered.replace(letter, alike)
    return lowered


@lru_cache(65536)
def plain(word: str) -> str:
    """'Łódź' -> 'lodz', 'Соколова' -> 'соколова': in its own script, without case, accents and signs."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in letters if c.isalnum()).translate(_ALIKE)[:LONGEST]


@lru_cache(65536)
def sounds_of(word: str) -> frozenset[str]:
    """Forms in Latin letters that a word of a text shares with its other spellings.

    What may be a name is read in one spelling for all, and back from a case of Russian; what begins with a small
    letter is only put into Latin letters. Arabic and Hebrew words add their consonants.
    """
    if len(word) < _SHORTEST_SOUND or len(word) > LONGEST or any(c.isdigit() for c in word):
        return frozenset()
    if word[0].islower():
        return _long_enough([] if word.isascii() else [latin(word)])
    if is_abjad(word):
        bare = name_words(word)[0]  # without the article
        return _long_enough([folded(word), folded(bare)]) | _consonants(bare, _OF_ABJAD, _SHORTEST_SOUND)
    return _long_enough(folded(form) for form in (word, *first_cases(word)))


@lru_cache(16384)
def sounds_of_name(word: str) -> frozenset[str]:
    """The same for a word that is known to be a name, whatever letter it begins with. Without its vowels it is found from Arabic too."""
    mark = _OF_ABJAD if leaves_vowels_out(word) else _OF_OTHERS
    return _sounds(word) | _consonants(word, mark, _FEWEST) | found_by(word)


@lru_cache(16384)
def sounds_asked(word: str) -> frozenset[str]:
    """The forms to look for where somebody asks for `word`: without vowels only in a script that has them or has none."""
    mark = _OF_OTHERS if leaves_vowels_out(word) else _OF_ABJAD
    return _sounds(word) | _consonants(word, mark, _FEWEST) | asked_by(word)


@lru_cache(32768)
def keys_of(run: str) -> frozenset[str] | None:
    """All that what stands between two spaces can be found by; None where a script without spaces stands in it."""
    return _keys(run, sounds_of)


@lru_cache(8192)
def keys_of_name(run: str) -> frozenset[str] | None:
    """The same of what is known to be a name."""
    return _keys(run, sounds_of_name)


def _keys(run: str, forms: Callable[[str], frozenset[str]]) -> frozenset[str] | None:
    words = spelt_in(run)
    if not all(word.printed for word in words):
        return None
    return frozenset(word.printed for word in words).union(*(forms(word.spelt) for word in words))


def _sounds(word: str) -> frozenset[str]:
    """Both as a name and as any other word."""
    if len(word) > LONGEST:
        return frozenset()
    return sounds_of(word[:1].upper() + word[1:]) | sounds_of(word.lower())


def _consonants(word: str, mark: str, least: int) -> frozenset[str]:
    found = sounded(word) if len(word) <= LONGEST else ""
    return frozenset([mark + found]) if len(found) >= least else frozenset()


def _long_enough(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(found for form in forms if len(found := plain(form)) >= _SHORTEST_SOUND)


def _pairs(found: re.Match[str]) -> Iterator[Word]:
    """Each letter with the next; the last stands alone only where nothing stands before it."""
    letters = [(found.start() + at, c) for at, c in enumerate(simplified(found[0])) if c.isalnum()]
    if len(letters) == 1:
        yield Word(letters[0][0], letters[0][0] + 1, letters[0][1], is_pair=True)
    for (start, one), (end, other) in pairwise(letters):
        yield Word(start, end + 1, one + other, is_pair=True)


@cache
def _word() -> re.Pattern[str]:
    """Letters and digits with the signs that stand on them, and apostrophes between letters."""
    signs = "".join(c for c in map(chr, range(0x300, 0x1DFF)) if unicodedata.category(c) in ("Mn", "Mc"))
    letters = rf"(?:[^\W_{_UNSPACED}]++|[{re.escape(signs)}]++)++"
    return re.compile(rf"(?P<{RUN}>[{_UNSPACED}]++)|{letters}(?:['’ʼ`]{letters})*+")
