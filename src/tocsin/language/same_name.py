"""How likely two names are one person's, across spellings, scripts and order, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import DamerauLevenshtein, Indel

from tocsin.language.heard.scripts import is_heard_as, is_many_ways_heard
from tocsin.language.name_fold import (
    folded,
    has_forms,
    is_abjad,
    latin,
    leaves_vowels_out,
    name_words,
    sounded,
    spelt,
)
from tocsin.language.person_names import is_given_name
from tocsin.language.russian_cases import FEMININE, MASCULINE, from_case

_PATRONYMIC = re.compile(r"(?:ovi[ck]h?|evi[ck]h?|ovna|evna|ichna|ivna|uly|uli|ky?zy|qyzy|oglu|ogly|oghlu)$")
_FAMILY = re.compile(r"(?:ov|ev|in|sk[iy]{1,2}|sky)a?$|ska[iy]*a$|enko$|shvili$|yan$|dze$|uly$")
_LONG_ENOUGH_FOR_A_SLIP = 7
_SHORTEST_ALONE = 5
_INITIAL = 0.86
_ALONE = 0.72
_SLIP = 0.93
_SOUND = 0.9
_NEAR = 0.6  # below what is proposed of people; beside one day and one place it still speaks for an incident
_NEAR_LETTERS = 0.78


_WOMANS_FAMILY = ("ова", "ева", "ёва", "ина", "ая")


@dataclass(frozen=True)
class NameLikeness:
    """`score` 0 to 1; `agrees` and `differs` are codes of `WHY`."""

    score: float
    agrees: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()


SAME_LETTERS, SAME_SOUND, OTHER_SCRIPT, INITIALS, FAMILY_ALONE = (
    "name_letters", "name_sound", "name_script", "name_initials", "name_alone",
)  # fmt: skip
OTHER_WORDS, OTHER_PATRONYMIC, MORE_WORDS = "name_words", "name_patronymic", "name_more"


@lru_cache(65536)
def same_name(one: str, other: str) -> NameLikeness:
    """Two names compared as they stand, and as the cases of Russian that they may be."""
    if one.casefold() == other.casefold() and _tells_enough(one):
        return NameLikeness(1.0, (SAME_LETTERS,))
    if is_heard_as(one, other):
        return NameLikeness(_SOUND, (SAME_SOUND, OTHER_SCRIPT))
    tried = (_compared(a, b) for a, b in product(_readings(one), _readings(other)))
    best = max(tried, key=lambda found: found.score)
    if best.score and _script(one) != _script(other):
        return NameLikeness(best.score, (*best.agrees, OTHER_SCRIPT), best.differs)
    return best


def _tells_enough(name: str) -> bool:
    """More than initials, which many people share."""
    return any(len(latin(word)) > 1 for word in name_words(name))


def _compared(one: tuple[str, ...], other: tuple[str, ...]) -> NameLikeness:
    short, long = sorted((one, other), key=lambda words: (sum(not _is_initial(w) for w in words), len(words)))
    if not short or not long:
        return NameLikeness(0.0)
    found = max(_pairings(short, long), key=lambda f: f.score, default=NameLikeness(0.0))
    if (
        found.score < _SLIP
        and any(not _is_initial(w) for w in short)
        and _run_together(short) == _run_together(long)
    ):
        return NameLikeness(0.97, (SAME_SOUND,))
    return found


def _pairings(short: tuple[str, ...], long: tuple[str, ...]) -> Iterator[NameLikeness]:
    """The words of the shorter name each given its likest in the longer, the fullest words first."""
    left, scores, alone = list(long), [], []
    for word in sorted(short, key=lambda w: (_is_initial(w), -len(w))):
        likest = max(left, key=lambda w: (_alike(word, w), _family_last(w)), default="")
        score = _alike(word, likest) if likest else 0.0
        if score:
            left.remove(likest)
            scores.append(score)
        else:
            alone.append(word)
    yield _judged(short, long, scores, alone, left)


def _judged(
    short: tuple[str, ...], long: tuple[str, ...], scores: list[float], alone: list[str], left: list[str]
) -> NameLikeness:
    fathers = [w for w in alone if _is_patronymic(w)], [w for w in left if _is_patronymic(w)]
    if all(fathers) and len(short) > 1:
        return NameLikeness(0.3, (), (OTHER_PATRONYMIC,))
    if [w for w in alone if not _is_patronymic(w)] or not scores:
        return NameLikeness(0.2 if scores else 0.0, (), (OTHER_WORDS,))
    full = [s for s in scores if s != _INITIAL]
    if not full:
        return NameLikeness(0.3, (INITIALS,), (MORE_WORDS,))
    more = [w for w in left if not _is_patronymic(w)]
    if len(scores) == 1:
        return _one_word(short, more, scores[0])
    score = min(scores) - 0.04 * len(more)
    agrees = INITIALS if _INITIAL in scores else SAME_SOUND
    return NameLikeness(score, (agrees,), (MORE_WORDS,) if more else ())


def _one_word(short: tuple[str, ...], more: list[str], score: float) -> NameLikeness:
    """'Sokolova' may be Natalia Sokolova; 'Ahmed' says nothing of Ahmed Hassan."""
    word = next(w for w in short if not _is_initial(w))
    if not more:
        return NameLikeness(score * 0.95, (SAME_SOUND,))
    is_telling = len(latin(word)) >= _SHORTEST_ALONE and not is_given_name(word)
    return NameLikeness(_ALONE if is_telling else 0.4, (FAMILY_ALONE,), (MORE_WORDS,))


@lru_cache(65536)
def _alike(one: str, other: str) -> float:
    """How like two words of names are: 1 for one spelling, 0 for two names."""
    if _is_initial(one) or _is_initial(other):
        return _INITIAL if _same_initial(one, other) else 0.0
    a, b = folded(one), folded(other)
    if a == b:
        return 1.0
    if _is_woman_and_man(a, b):
        return 0.0
    if is_many_ways_heard(one) != is_many_ways_heard(other):
        return _SOUND if is_heard_as(one, other) else 0.0
    if leaves_vowels_out(one) or leaves_vowels_out(other):
        return (
            _SOUND
            if leaves_vowels_out(one) != leaves_vowels_out(other) and _sound_alike(one, other, 2)
            else 0.0
        )
    if _is_slip(a, b) or _is_slip(_other_j(one), b) or _is_slip(a, _other_j(other)):
        return _SLIP
    if _sound_alike(one, other, 4) and a[-1:] == b[-1:]:
        return _SOUND
    return _NEAR if _is_near(a, b) or _sound_alike(one, other, 2) else 0.0


def _is_woman_and_man(a: str, b: str) -> bool:
    """'Sokolov' and 'Sokolova', 'Aleksandr' and 'Aleksandra', 'Luis' and 'Luisa'."""
    return a + "a" == b or b + "a" == a


def _sound_alike(one: str, other: str, least: int) -> bool:
    return len(sounded(one)) >= least and sounded(one) == sounded(other)


def _is_near(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= 4 and a[0] == b[0] and Indel.normalized_similarity(a, b) >= _NEAR_LETTERS


def _is_slip(a: str, b: str) -> bool:
    """One letter other in a long word, not the one that tells a woman from a man."""
    if a == b or (len(a) > 4 and a.replace("g", "k") == b.replace("g", "k")):
        return True
    if min(len(a), len(b)) < _LONG_ENOUGH_FOR_A_SLIP or a[0] != b[0]:
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1


def _other_j(word: str) -> str:
    """'Jaqsylyqov': a j that is read as zh."""
    plain = latin(word)
    return folded(plain.replace("j", "zh")) if "j" in plain else folded(word)


def _is_initial(word: str) -> bool:
    return (len(word.rstrip(".")) == 1 and not is_abjad(word) and word < "\u2e80") or (
        word.endswith(".") and len(word) <= 3
    )


def _same_initial(one: str, other: str) -> bool:
    short, long = sorted((latin(one), latin(other)), key=len)
    return bool(short) and (long.startswith(short) or folded(long)[:1] == folded(short)[:1])


def _is_patronymic(word: str) -> bool:
    return bool(_PATRONYMIC.search(latin(word)))


def _family_last(word: str) -> int:
    return int(bool(_FAMILY.search(latin(word))))


def _run_together(words: tuple[str, ...]) -> str:
    """'Abdul Rahman' and 'Abdulrahman' are one."""
    return "".join(spelt(w) for w in words)


def _script(name: str) -> str:
    letter = next((c for c in name if c.isalpha()), "a")
    return "latin" if letter < "\u0250" else f"{ord(letter) >> 8:x}"


@lru_cache(16384)
def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    """The words as they stand, and, for a Russian name, back from a case: as a man's and as a woman's."""
    words = name_words(name)
    if not any("\u0400" <= c <= "\u04ff" for c in name):
        return (words,)
    man = words if _is_womans(words) else tuple(from_case(word, MASCULINE) for word in words)
    woman = tuple(from_case(word, FEMININE) for word in words)
    changed = [
        w for w in (man, woman) if all(a != b or _is_initial(b) for a, b in zip(w, words, strict=True))
    ]
    return (words, *changed)


def _is_womans(words: tuple[str, ...]) -> bool:
    """'Александра Иванова' is a woman, though a man of that family would be so called in the genitive."""
    if not any(word.endswith(_WOMANS_FAMILY) for word in words):
        return False
    return any(
        word.endswith(("а", "я")) and (has_forms(word) or is_given_name(latin(word))) for word in words
    )
