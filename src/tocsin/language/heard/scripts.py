"""What a name is found by across scripts: forms kept beside it, and forms to look for where somebody searches for a word."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .burmese import BURMESE
from .cantonese import CANTONESE
from .han import HAN
from .hangul import HANGUL
from .hebrew import HEBREW
from .japanese import JAPANESE
from .script import Script, runs_of
from .thai import THAI

SCRIPTS: tuple[Script, ...] = (HAN, CANTONESE, JAPANESE, HANGUL, HEBREW, THAI, BURMESE)
_UNSPACED = re.compile("|".join(script.letters.pattern for script in SCRIPTS if script.has_no_spaces))
_TWICE = re.compile(r"(.)\1+")
_FEWEST = 2  # letters of a form that tell anything; where each letter is a syllable, one
_TELLING = len("3l") + 3  # of a form with its marks
_MOST_JOINED = 4  # words of a name that may be one word in another script
# Beside a script's mark: what a name written in it is searched for by, and what a name in Latin letters is.
_BY_LATIN, _BY_SCRIPT = "l", "w"


@lru_cache(16384)
def found_by(name: str) -> frozenset[str]:
    """The forms to keep beside a name: of its words, and of all of them together where a script puts no space between them."""
    words = name.replace("-", " ").split()
    return frozenset(form for word in words for form in _kept(word)).union(_joined(words))


@lru_cache(16384)
def asked_by(word: str) -> frozenset[str]:
    """The forms to look for where somebody searches for this word."""
    if scripts := _scripts_of(word):
        return frozenset(
            form for script in scripts for form in _marked(script, _BY_SCRIPT, script.written(word))
        )
    return frozenset(form for script in SCRIPTS for form in _marked(script, _BY_LATIN, [script.latin(word)]))


@lru_cache(16384)
def meets_by(name: str) -> frozenset[str]:
    """What a name in one of the scripts and the same name in Latin letters both have; two names in Latin letters may, too."""
    asked = (asked_by(word) for word in name.split() if _scripts_of(word))
    return frozenset(form for form in found_by(name) if form[1] == _BY_SCRIPT).union(*asked)


def unspaced_runs(text: str) -> Iterator[re.Match[str]]:
    """Where letters of a script without spaces stand."""
    return _UNSPACED.finditer(text)


def is_many_ways_heard(word: str) -> bool:
    """Whether it is written in one of the scripts."""
    return bool(_scripts_of(word))


def is_heard_as(one: str, other: str) -> bool:
    """Whether one is written in one of the scripts, and the other is a way to write the same in Latin letters."""
    return _is_written_as(one, other) or _is_written_as(other, one)


def _is_written_as(one: str, other: str) -> bool:
    """`one` may be a word, or a name in a script without spaces."""
    word = one.replace(" ", "") if _is_unspaced(one) else one
    if not _scripts_of(word) or any(map(_scripts_of, other.split())):
        return False
    return not asked_by(word).isdisjoint(found_by(other))


def _is_unspaced(name: str) -> bool:
    return all(any(script.has_no_spaces for script in _scripts_of(word)) for word in name.split())


@lru_cache(16384)
def _scripts_of(word: str) -> tuple[Script, ...]:
    """Chinese characters are heard in three ways, whatever is written otherwise in one; none for Latin letters."""
    return tuple(script for script in SCRIPTS if script.letters.fullmatch(word))


def pieces_of(word: str) -> Iterator[tuple[str, bool]]:
    """The forms that a word in one of the scripts is asked by, and whether one tells by itself who it is.

    Two syllables do, and a family name of three letters; 'No' and 'Oh' are names, too, and ordinary words.
    """
    for script in _scripts_of(word):
        syllables = script.syllables(word)
        for piece in runs_of(syllables) if script.has_no_spaces else [syllables]:
            least = _TELLING if piece == syllables[:1] else 0
            for form in _marked(script, _BY_LATIN, script.written("".join(piece))):
                yield form, script.has_no_spaces and (len(piece) > 1 or len(form) >= least > 0)


def _kept(word: str) -> Iterator[str]:
    if _scripts_of(word):
        yield from (form for form, _ in pieces_of(word))
        return
    for script in SCRIPTS:
        if not script.has_no_spaces:
            yield from _marked(script, _BY_SCRIPT, [script.latin(word)])


def _joined(words: list[str]) -> Iterator[str]:
    """'Liu Xiaobo' and 'Xiaobo Liu' are 刘晓波."""
    if 1 < len(words) <= _MOST_JOINED and not any(map(_scripts_of, words)):
        for script in SCRIPTS:
            if script.has_no_spaces:
                forms = [script.latin(word) for word in words]
                yield from _marked(script, _BY_SCRIPT, ["".join(forms), "".join([forms[-1], *forms[:-1]])])


def _marked(script: Script, way: str, forms: Iterable[str]) -> Iterator[str]:
    """A letter that is written twice is heard once."""
    fewest = 1 if script.has_no_spaces else _FEWEST
    heard = {_TWICE.sub(r"\1", form) for form in forms}
    return (script.mark + way + form for form in heard if len(form) >= fewest)
