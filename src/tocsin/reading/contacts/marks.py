"""What can be written to or dialled, where it stands on the page."""

from bisect import bisect_left
from dataclasses import dataclass

from tocsin.reading.contacts.emails import find_emails
from tocsin.reading.contacts.numbers import Printed, find_numbers
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
    starts: tuple[int, ...]
    blotted: str

    def within(self, start: int, end: int) -> list[Mark]:
        found = self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [mark for mark in found if mark.end <= end]

    def begins_at(self, position: int) -> bool:
        index = bisect_left(self.starts, position)
        return index < len(self.starts) and self.starts[index] == position


def find_marks(text: str) -> Marks:
    """The surest first: nothing is read twice."""
    candidates = (
        *(Mark("redaction", a, b, text[a:b]) for a, b in find_redactions(text)),
        *(Mark("url", s.start, s.end, url) for url, s in find_urls(text)),
        *(Mark("email", s.start, s.end, address) for address, s in find_emails(text)),
        *(Mark("number", n.start, n.end, n.text, n) for n in find_numbers(text)),
    )
    blot = list(text)
    taken = bytearray(len(text))
    found = []
    for mark in candidates:
        if not any(taken[mark.start : mark.end]):
            taken[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
            blot[mark.start : mark.end] = ";" * (mark.end - mark.start)
            found.append(mark)
    found.sort(key=lambda mark: mark.start)
    return Marks(tuple(found), tuple(mark.start for mark in found), "".join(blot))
