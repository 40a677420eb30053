"""The same text about other people in other places: what stands around a name tells what it is, not the name itself."""

import re
from functools import cache
from random import Random

from tocsin.language.person_names import regions
from training.grow import places, templates
from training.invent import invent
from training.markup import Annotation, Appeal
from training.names_task import KINDS, outermost

NOT_DECLINED = frozenset(["en", "es", "fr", "de", "it", "pt", "da"])
WITHOUT_BLANKS = "han"
REAL_TOWNS = 0.4  # the others are put together from two, so that no list knows them
SHORTEST = 3  # shorter words are initials and particles, and stay
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_KEPT = frozenset(
    [
        "san", "santa", "saint", "new", "north", "south", "east", "west", "upper", "lower", "the", "los", "las",
        "les", "río", "rio", "port", "fort", "lake", "mount", "don", "doña",
    ]
)  # fmt: skip


def swapped(appeal: Appeal) -> Appeal | None:
    """A copy with other names; None of what is grown, and where names are declined or written without blanks."""
    if appeal.language not in NOT_DECLINED or appeal.slug in _grown():
        return None
    cast = Cast(Random(f"swap:{appeal.slug}"))
    pieces: list[str] = []
    moved: list[Annotation] = []
    at = length = 0
    for name in outermost(appeal.of(*KINDS)):
        written = cast.renamed(appeal.text[name.start : name.end], KINDS[name.kind])
        begin = length + name.start - at
        pieces += [appeal.text[at : name.start], written]
        moved.append(Annotation(name.kind, begin, begin + len(written), name.attributes))
        at, length = name.end, begin + len(written)
    text = "".join([*pieces, appeal.text[at:]])
    return Appeal(appeal.slug, appeal.language, appeal.published, text, tuple(moved))


class Cast:
    """Every word of a name becomes the same other word throughout the text."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._region = random.choice([one for one in sorted(regions()) if one != WITHOUT_BLANKS])
        self._new: dict[str, str] = {}

    def renamed(self, name: str, kind: str) -> str:
        """Bodies keep their names: those are made of ordinary words."""
        if kind == "org":
            return name
        words = _WORD.findall(name)
        last = words[-1] if len(words) > 1 else None
        return _WORD.sub(lambda match: self._word(match[0], kind, match[0] == last), name)

    def _word(self, word: str, kind: str, is_last: bool) -> str:
        low = word.lower()
        if len(word) < SHORTEST or not word[0].isupper() or low in _KEPT:
            return word
        if low not in self._new:
            self._new[low] = self._place() if kind == "place" else self._part(is_last)
        return self._new[low].upper() if word.isupper() else self._new[low]

    def _part(self, is_last: bool) -> str:
        who = invent(self._region, self._random)
        return (who.family if is_last else who.given).split()[-1]

    def _place(self) -> str:
        one, other = self._random.choice(_towns()), self._random.choice(_towns())
        if self._random.random() < REAL_TOWNS:
            return one
        return one[: len(one) // 2 + 1] + other[len(other) // 2 :].lower()


@cache
def _towns() -> tuple[str, ...]:
    """In Latin letters, of one word."""
    found = {city for one in places().values() for city in one["city"] if city.isalpha() and city < "\u0370"}
    return tuple(sorted(found))


@cache
def _grown() -> frozenset[str]:
    return frozenset(template.slug for template in templates())
