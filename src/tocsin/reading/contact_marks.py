"""What can be written to or dialled, where it stands on the page."""

from dataclasses import dataclass

from tocsin.reading.contact_emails import find_emails
from tocsin.reading.contact_numbers import Printed, find_numbers
from tocsin.reading.links import find_urls
from tocsin.reading.redactions import find_redactions


@dataclass(frozen=True)
class Mark:
    """`kind` is email, redaction, number or url."""

    kind: str
    start: int
    end: int
    value: str
    number: Printed | None = None


@dataclass(frozen=True)
class Marks:
    """All marks of a text in order, and the text with them blotted out so that no cue runs across one."""

    all: tuple[Mark, ...]
    blotted: str

    def within(self, start: int, end: int) -> list[Mark]:
        return [m for m in self.all if start <= m.start and m.end <= end]

    def begins_at(self, position: int) -> bool:
        return any(m.start == position for m in self.all)


def find_marks(text: str) -> Marks:
    found = [Mark("redaction", a, b, text[a:b]) for a, b in find_redactions(text)]
    found += _apart([Mark("url", s.start, s.end, url) for url, s in find_urls(text)], found)
    found += _apart([Mark("email", s.start, s.end, address) for address, s in find_emails(text)], found)
    found += _apart([Mark("number", n.start, n.end, n.text, n) for n in find_numbers(text)], found)
    found.sort(key=lambda m: m.start)
    return Marks(tuple(found), _blotted(text, found))


def _apart(new: list[Mark], old: list[Mark]) -> list[Mark]:
    return [n for n in new if not any(n.start < o.end and o.start < n.end for o in old)]


def _blotted(text: str, marks: list[Mark]) -> str:
    letters = list(text)
    for mark in marks:
        letters[mark.start : mark.end] = ";" * (mark.end - mark.start)
    return "".join(letters)
