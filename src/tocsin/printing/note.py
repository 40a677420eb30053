"""A sheet that says in numbers how many wrote, for somebody who may get nothing else."""

from dataclasses import asdict, dataclass
from typing import Any

from tocsin.language.direction import is_right_to_left

from .letter import directed_line
from .sheet import Sheet, set_warm

MOST_OFFICES = 24


@dataclass(frozen=True)
class Note:
    """All in `language` (BCP 47) but the offices, which bear their own names; `rows` are label and number."""

    language: str
    heading: str
    period: str
    rows: tuple[tuple[str, str], ...]
    offices_label: str
    offices: tuple[str, ...]
    closing: str


def print_note(note: Note, made_on: str) -> Sheet:
    """One A4 page; `made_on` is an ISO day. Raises CannotPrint."""
    return set_warm("note", note_data(note), made_on)


def note_data(note: Note) -> dict[str, Any]:
    """What the template is told; of very many offices the first, and how many more."""
    rtl = is_right_to_left(note.language)
    more = len(note.offices) - MOST_OFFICES
    offices = [directed_line(office, rtl) for office in note.offices[:MOST_OFFICES]]
    given = {"language": note.language.split("-")[0].lower(), "rtl": rtl, "offices": offices}
    return asdict(note) | given | {"more": f"+ {more}" if more > 0 else ""}
