"""A case as it leaves the house: plain values, already cleared for whom it is for. Formats and sheets are made of it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Exhibit:
    """One report. `number` counts from 1 in the order of publication; sizes are in bytes, times ISO 8601.

    `file` is empty where its bytes may not leave: in public, or because the report was sealed (`sealed`).
    `repeats` is the number of the exhibit that this one is a copy or a translation of.
    """

    number: int
    label: str
    publisher: str = ""
    published: str = ""
    received_at: str = ""
    received_how: str = ""
    url: str = ""
    language: str = ""
    media_type: str = ""
    size: int = 0
    sha256: str = ""
    file: str = ""
    repeats: int | None = None
    sealed: str = ""


@dataclass(frozen=True)
class Said:
    """One claim: who says what of a subject, in which exhibit or inquiry, in which words, and how freely.

    `value` is what a program reads, `words` what a person does; dates are EDTF, spans code points of the report.
    """

    key: int
    predicate: str
    label: str
    words: str
    value: Any
    said_by: str = ""
    said_at: str = ""
    holds_on: str = ""
    stance: str = "asserts"
    stance_words: str = ""
    circumstance: str = ""
    circumstance_words: str = ""
    exhibit: int | None = None
    inquiry: int | None = None
    spans: tuple[tuple[int, int], ...] = ()
    quote: str = ""
    quote_language: str = ""


@dataclass(frozen=True)
class Wording:
    """What the editors make of the claims about one predicate, citing claims by their keys."""

    predicate: str
    label: str
    wording: str
    verdict: str
    verdict_words: str
    cites: tuple[int, ...] = ()


@dataclass(frozen=True)
class FileSubject:
    """A person, incident, statement ... `key` is steady within the server; `date` is EDTF, for incidents alone."""

    key: int
    kind: str
    heading: str
    said: tuple[Said, ...]
    wordings: tuple[Wording, ...] = ()
    type: str = ""
    date: str = ""
    naming: str = ""
    is_minor: bool = False
    consent: tuple[str, ...] = ()

    def first(self, predicate: str) -> Said | None:
        return next((said for said in self.said if said.predicate == predicate), None)

    def words(self, predicate: str) -> str:
        said = self.first(predicate)
        return said.words if said else ""

    def value(self, predicate: str) -> Any:
        said = self.first(predicate)
        return said.value if said else None

    @property
    def exhibits(self) -> tuple[int, ...]:
        """Where any of it was read, in order."""
        return tuple(sorted({said.exhibit for said in self.said if said.exhibit}))


@dataclass(frozen=True)
class FileInquiry:
    """One attempt to get an answer; `asked_at` is ISO 8601 in UTC."""

    number: int
    office: str
    channel: str
    asked_at: str
    asked_by: str
    spoke_with: str
    outcome: str
    outcome_words: str
    said: str = ""


@dataclass(frozen=True)
class FileRemedy:
    """One remedy tried, dates in EDTF."""

    number: int
    kind: str
    office: str
    asked_for: str
    tried_on: str
    outcome: str
    outcome_words: str
    decided_on: str = ""
    decided_by: str = ""
    reason_given: str = ""
    source: str = ""


@dataclass(frozen=True)
class FileDeadline:
    due_on: str
    kind: str
    note: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class CaseFile:
    """`is_public`: cleared for everybody, else for a lawyer alone. `made_on` is an ISO date; `key` the server's own."""

    key: int
    slug: str
    title: str
    country: str
    country_name: str
    assessment: str
    is_public: bool
    made_on: str
    organisation: str
    people: tuple[FileSubject, ...] = ()
    groups: tuple[FileSubject, ...] = ()
    incidents: tuple[FileSubject, ...] = ()
    statements: tuple[FileSubject, ...] = ()
    demands: tuple[FileSubject, ...] = ()
    asks: tuple[FileSubject, ...] = ()
    offices: tuple[FileSubject, ...] = ()
    officials: tuple[FileSubject, ...] = ()
    organisations: tuple[FileSubject, ...] = ()
    links: tuple[FileSubject, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    inquiries: tuple[FileInquiry, ...] = ()
    remedies: tuple[FileRemedy, ...] = ()
    deadlines: tuple[FileDeadline, ...] = ()

    @property
    def subjects(self) -> tuple[FileSubject, ...]:
        """All of them, people first."""
        return (
            *self.people, *self.groups, *self.incidents, *self.statements, *self.demands, *self.asks,
            *self.officials, *self.organisations, *self.offices, *self.links,
        )  # fmt: skip

    @property
    def claims_count(self) -> int:
        return sum(len(subject.said) for subject in self.subjects)
