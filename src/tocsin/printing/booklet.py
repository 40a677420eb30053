"""A booklet of messages, each in its own script and direction."""

from dataclasses import dataclass
from typing import Any

from tocsin.language.direction import is_right_to_left

from .letter import directed_line
from .sheet import Sheet, set_sheet


@dataclass(frozen=True)
class Words:
    """One message; `language` is BCP 47."""

    text: str
    by: str
    language: str


@dataclass(frozen=True)
class Booklet:
    """`heading`, `summary` and `title` are in `language`."""

    language: str
    title: str
    heading: str
    summary: str
    organisation: str
    messages: tuple[Words, ...]


def print_booklet(booklet: Booklet, made_on: str) -> Sheet:
    """A5, to be folded and sewn or read on a screen; `made_on` is an ISO day. Raises CannotPrint."""
    return set_sheet("booklet", booklet_data(booklet), made_on)


def booklet_data(booklet: Booklet) -> dict[str, Any]:
    """What the template is told."""
    return {
        "language": _code(booklet.language),
        "rtl": is_right_to_left(booklet.language),
        "title": booklet.title,
        "heading": booklet.heading,
        "summary": booklet.summary,
        "organisation": booklet.organisation,
        "messages": [_message(one) for one in booklet.messages],
    }


def _message(words: Words) -> dict[str, Any]:
    rtl = is_right_to_left(words.language)
    text = directed_line(words.text, rtl)
    return {"language": _code(words.language), **text, "by": directed_line(words.by, rtl)}


def _code(language: str) -> str:
    return language.split("-")[0].lower()
