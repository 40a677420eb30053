"""The picture that goes before a link where it is shared: 1200 by 630 dots, in our own letters."""

from dataclasses import dataclass
from typing import Any

from tocsin.language.direction import is_right_to_left

from .fonts import missing_letters
from .sheet import Drawing, draw_warm

_TEMPLATE = "picture"
WIDTH, HEIGHT = 1200, 630  # dots


@dataclass(frozen=True)
class Picture:
    """`language` (BCP 47) is that of all words but the title's. `call` is what people are asked to do; empty for nothing."""

    language: str
    kicker: str
    title: str
    title_language: str
    call: str
    organisation: str
    host: str


def draw_picture(picture: Picture) -> Drawing:
    """A title in letters that no installed font holds is left out, rather than drawn as boxes. Raises CannotPrint."""
    return draw_warm(_TEMPLATE, _data(picture))


def _data(picture: Picture) -> dict[str, Any]:
    return {
        "language": _base(picture.language),
        "rtl": is_right_to_left(picture.language),
        "kicker": _drawable(picture.kicker),
        "title": _drawable(picture.title),
        "title_language": _base(picture.title_language),
        "title_rtl": is_right_to_left(picture.title_language),
        "call": _drawable(picture.call),
        "organisation": _drawable(picture.organisation),
        "host": picture.host,
    }


def _drawable(words: str) -> str:
    return "" if missing_letters(words) else words


def _base(language: str) -> str:
    return language.split("-")[0].lower()
