"""The lines of a chronicle: plain values for pages and pictures."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from .dating import Dating


class EntryKind(TextChoices):
    INCIDENT = "incident", _("what happened")
    STATUS = "status", _("how somebody fared")
    STATEMENT = "statement", _("what was said")
    INQUIRY = "inquiry", _("answers sought")
    REMEDY = "remedy", _("remedies tried")
    REPORT = "report", _("report published")


class CountShape(TextChoices):
    EXACT = "exact", _("a number")
    ABOUT = "about", _("about")
    RANGE = "range", _("between two numbers")
    AT_LEAST = "at_least", _("at least")
    VAGUE = "vague", _("in words, no number")


@dataclass(frozen=True)
class NumberedSource:
    """`number` is how the page cites it. `sha256` is that of the bytes as received; empty for a call of our own."""

    number: int
    report: int | None
    label: str
    publisher: str
    published: str
    url: str = ""
    sha256: str = ""
    public_id: str = ""
    language: str = ""
    received_at: datetime | None = None
    repeats: int | None = None
    is_sealed: bool = False


class Quote(NamedTuple):
    """The words that a line was read from, as they stand in the source."""

    source: int
    text: str
    language: str


class CountClaim(NamedTuple):
    """One count as somebody gave it. `high` is None where no upper bound is given; `running` says whether it is a total."""

    measure: str
    words: str
    low: int
    high: int | None
    shape: CountShape
    who: str
    said: Dating
    sources: tuple[int, ...]
    remarks: tuple[str, ...] = ()


class Place(NamedTuple):
    """`latitude` and `longitude` are None where nobody knows where it lies."""

    name: str
    words: str
    latitude: float | None = None
    longitude: float | None = None


class Entry(NamedTuple):
    """One line, a plain row: a case has many hundred. `key` is its anchor's stem, `lane` where pictures draw it, `what` the code that the page filters by.

    `brief` is the title where it is clear whom it is about, `code` a status on its axis. `against` and `against_numbers`: keys and numbers of the lines that it contradicts.
    """

    key: str
    kind: EntryKind
    lane: str
    what: str
    dating: Dating
    title: str
    brief: str = ""
    code: str = ""
    text: str = ""
    who: str = ""
    place: Place | None = None
    people: tuple[int, ...] = ()
    counts: tuple[CountClaim, ...] = ()
    remarks: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()
    quotes: tuple[Quote, ...] = ()
    against: tuple[str, ...] = ()
    against_numbers: tuple[int, ...] = ()
    number: int = 0


@dataclass(frozen=True)
class Person:
    pk: int
    name: str
    is_withheld: bool


@dataclass(frozen=True)
class Chronicle:
    """All lines of a case, numbered in their order; those without a date come last."""

    case: Any
    entries: tuple[Entry, ...]
    sources: tuple[NumberedSource, ...]
    people: tuple[Person, ...]
    withheld_count: int = 0
