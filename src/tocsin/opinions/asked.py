"""What a second reader is asked, and what it said of it."""

from dataclasses import dataclass, field

from tocsin.terms.people import Official, Organisation, Person
from tocsin.terms.span import Spans

from .known import Known


@dataclass(frozen=True)
class Asked:
    """A text with what is known of it; `furniture` are spans in which nothing is looked for."""

    text: str
    language: str | None
    known: Known = field(default_factory=Known)
    furniture: Spans = ()
    may_leave: bool = False


@dataclass(frozen=True)
class Opinion:
    """Suggestions of one reader, each located in the text. `failed` and `remarks` are words for people."""

    reader: str
    people: tuple[Person, ...] = ()
    officials: tuple[Official, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    remarks: tuple[str, ...] = ()
    failed: str = ""

    @property
    def count(self) -> int:
        return len(self.people) + len(self.officials) + len(self.organisations)
