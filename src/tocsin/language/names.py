"""Runs of capitalised words that may be names, and what kind of thing each names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tocsin.language.lexicon import Lexicon

_WORD = r"(?:[^\W\d_][\w'’\u00ad]*(?:-[^\W\d_][\w'’]*)*|[^\W\d_]\.(?:[^\W\d_]\.)*)"
_ALL_CAPS = re.compile(r"^[^\W\d_a-z][^\Wa-z]{1,}$")


@dataclass(frozen=True)
class Name:
    """Offsets count in the text searched; `text` is the name without titles, `title` what stood before it."""

    start: int
    end: int
    text: str
    title: str | None

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text.split())


def find_names(text: str, words: Lexicon) -> list[Name]:
    """Capitalised runs, longest first choice, with leading ordinary words and titles taken off."""
    return [name for match in _runs(words).finditer(text) for name in _cut(match, words)]


@cache
def _runs(words: Lexicon) -> re.Pattern[str]:
    particles = "|".join(sorted((re.escape(p) for p in words.words("name_particles")), key=len, reverse=True))
    upper = r"(?=[^\W\d_])(?![a-zß-öø-ÿа-яё])"
    joint = rf"(?:[ ]+(?:(?:{particles or '(?!)'})[ ]+){{0,2}})"
    return re.compile(rf"(?<![\w@./#])(?:{upper}{_WORD})(?:{joint}{upper}{_WORD})*(?![@\w])")


def _cut(match: re.Match[str], words: Lexicon) -> Iterator[Name]:
    """Leave out ordinary words at both ends, split off titles and offices, drop a possessive."""
    pieces = [(m.start() + match.start(), _bare(m[0])) for m in re.finditer(r"\S+", match[0])]
    ordinary = words.words("function_words") | words.words("name_particles")
    while pieces and pieces[0][1].lower() in ordinary:
        pieces.pop(0)
    while pieces and pieces[-1][1].lower() in ordinary and len(pieces[-1][1]) > 2:
        pieces.pop()
    title, pieces = _split_title(pieces, words)
    while len(pieces) > 2 and pieces[0][1].lower() in words.words("not_names"):
        pieces.pop(0)
    if pieces:
        start, end = pieces[0][0], pieces[-1][0] + len(pieces[-1][1])
        yield Name(start, end, " ".join(p for _, p in pieces), title)


Pieces = list[tuple[int, str]]


def _split_title(pieces: Pieces, words: Lexicon) -> tuple[str | None, Pieces]:
    """'Home Minister Sahara Khatun' -> 'Home Minister' and the rest; a run that is all title has no rest."""
    heads = words.words("titles") | words.words("office_heads")
    cuts = [i + 1 for i, (_, piece) in enumerate(pieces[:-1]) if piece.lower().rstrip(".") in heads]
    cut = max(cuts, default=0)
    return " ".join(piece for _, piece in pieces[:cut]) or None, pieces[cut:]


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def looks_like_person(name: Name, words: Lexicon) -> bool:
    """Two to five capitalised words (or one after a title), none of which names a thing, a month or an office."""
    parts = [part.lower().strip(".") for part in name.words]
    if not 1 <= len(parts) <= 6 or (len(parts) == 1 and not name.title):
        return False
    if any(_ALL_CAPS.match(part) and len(part) > 3 for part in name.words) and not _is_surname_first(name):
        return False
    things = words.words("not_names") | words.words("function_words")
    return not any(
        part in things or part in words.table("months") or part in words.table("weekdays") for part in parts
    )


def _is_surname_first(name: Name) -> bool:
    """'SOKOLOVA Natalia': one word in capitals beside others that are not."""
    caps = [part for part in name.words if _ALL_CAPS.match(part)]
    return len(caps) == 1 and len(name.words) > 1


def same_person(short: str, long: str) -> bool:
    """'Waluyo' or 'Mishu' for a fuller name: every word of the shorter one stands in the longer."""
    small, large = _key(short), _key(long)
    return bool(small) and set(small) <= set(large)


def _key(name: str) -> list[str]:
    return [part.strip(".").lower() for part in name.split()]
