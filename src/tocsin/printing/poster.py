"""A poster for a gathering: one A4 sheet for a wall, with a code for telephones and an address short enough to type."""

from dataclasses import dataclass
from typing import Any

import segno

from tocsin.language.direction import is_right_to_left

from .sheet import Sheet, set_warm

_TEMPLATE = "poster"
# No border: the sheet is white around it.
_BORDER = 0


@dataclass(frozen=True)
class Poster:
    """`language` is BCP 47; `day` and `hours` are in words. `facts` are label and words, such as what to bring.

    `address` is a whole web address, printed without its scheme.
    """

    language: str
    title: str
    cause: str
    day: str
    hours: str
    place: str
    facts: tuple[tuple[str, str], ...]
    address: str
    organiser: str


def print_poster(poster: Poster, made_on: str) -> Sheet:
    """`made_on` is an ISO day. Raises CannotPrint."""
    return set_warm(_TEMPLATE, poster_data(poster), made_on)


def poster_data(poster: Poster) -> dict[str, Any]:
    """What the template is told."""
    return {
        "language": poster.language.split("-")[0].lower(),
        "rtl": is_right_to_left(poster.language),
        "title": poster.title,
        "cause": poster.cause,
        "day": poster.day,
        "hours": poster.hours,
        "place": poster.place,
        "facts": [list(fact) for fact in poster.facts if fact[1]],
        "address": poster.address.partition("://")[2],
        "organiser": poster.organiser,
        "squares": [[int(dark) for dark in row] for row in segno.make(poster.address, error="m").matrix],
    }
