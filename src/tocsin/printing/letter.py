"""Letters on paper: an address for the window of an envelope, a cover for the fax, many as one file with its contents."""

import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tocsin.language.direction import is_right_to_left

from .envelopes import Envelope
from .sheet import SECONDS, WARM_SECONDS, Sheet, set_warm

_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_SECONDS_A_LETTER = 0.2


@dataclass(frozen=True)
class FaxCover:
    """`rows` are label and words; `pages` labels the number of pages, which is counted in print."""

    heading: str
    rows: tuple[tuple[str, str], ...]
    pages: str


@dataclass(frozen=True)
class LetterSheet:
    """One letter. `language` is BCP 47, `date` in words, `address` and `sender` a line each.

    Without a `sender` the sheet says nothing of who wrote it. `name` stands below the room for the signature;
    `has_pen` leaves that room, with a line where there is no name; `office` is what the writer is, below the name.
    `head` is an organisation's name, large over its `sender`.
    """

    language: str
    address: tuple[str, ...]
    date: str
    subject: str
    paragraphs: tuple[str, ...]
    sender: tuple[str, ...] = ()
    name: str = ""
    has_pen: bool = True
    copies: tuple[str, ...] = ()
    fax: FaxCover | None = None
    head: str = ""
    office: str = ""


@dataclass(frozen=True)
class Contents:
    """The first page of many letters as one file; `rows` are label and date, one a letter. All in `language`."""

    language: str
    heading: str
    note: str
    columns: tuple[str, str, str]
    rows: tuple[tuple[str, str], ...]


def print_letters(
    letters: Sequence[LetterSheet],
    envelope: Envelope,
    made_on: str,
    title: str,
    contents: Contents | None = None,
) -> Sheet:
    """`made_on` is an ISO day, `title` that of the file. The same input gives the same bytes. Raises CannotPrint."""
    seconds = min(SECONDS, WARM_SECONDS + _SECONDS_A_LETTER * len(letters))
    return set_warm("letter", letters_data(letters, envelope, title, contents), made_on, seconds)


def letters_data(
    letters: Sequence[LetterSheet], envelope: Envelope, title: str, contents: Contents | None = None
) -> dict[str, Any]:
    """What the template is told."""
    return {
        "title": title,
        "envelope": asdict(envelope),
        "contents": asdict(contents) | _direction(contents.language) if contents else None,
        "letters": [_letter(letter) for letter in letters],
    }


def _letter(letter: LetterSheet) -> dict[str, Any]:
    rtl = is_right_to_left(letter.language)
    return asdict(letter) | {
        **_direction(letter.language),
        "address": [directed_line(line, False) for line in letter.address],
        "sender": [directed_line(line, False) for line in letter.sender],
        "subject": directed_line(letter.subject, rtl),
        "head": directed_line(letter.head, rtl),
        "office": directed_line(letter.office, rtl),
        "paragraphs": [directed_line(paragraph, rtl) for paragraph in letter.paragraphs],
        "copies": [directed_line(copy, rtl) for copy in letter.copies],
    }


def _direction(language: str) -> dict[str, Any]:
    return {"language": language.split("-")[0].lower(), "rtl": is_right_to_left(language)}


def directed_line(text: str, otherwise: bool) -> dict[str, Any]:
    """A text and whether it runs from right to left: its first letter decides (rule P2 of UAX #9)."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), None)
    return {"text": text, "rtl": first in _RIGHT_TO_LEFT if first else otherwise}
