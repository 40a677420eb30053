"""What a page or a letter is told about a case: plain values, each with its sources."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .assessments import AssessmentView


class Source(NamedTuple):
    """Where a value was read: `spans` are code points of the report's text; `quote` stays empty in public."""

    report: int
    public_id: str
    label: str
    published: str
    publisher: str
    url: str
    spans: tuple[tuple[int, int], ...] = ()
    quote: str = ""

    def at(self, spans: tuple[tuple[int, int], ...], quote: str) -> "Source":
        """The same report at these words."""
        return Source(
            self.report, self.public_id, self.label, self.published, self.publisher, self.url, spans, quote
        )


class Said(NamedTuple):
    """One claim behind a value. `said_at` and `holds_on` are EDTF; `source` is None where it was said in a call.

    `subject` is the key of the one that it was said of, who may have been judged to be another; `inquiry` that of the call.
    """

    claim: int
    source: Source | None
    said_at: str = ""
    holds_on: str = ""
    subject: int = 0
    inquiry: int | None = None

    @property
    def dated(self) -> str:
        """When it was said: by its own date, else by that of its report."""
        return self.said_at or (self.source.published if self.source else "")


class Value(NamedTuple):
    """One value of one predicate. Two reports that say the same are one value with two sources.

    `stance` and `circumstance` are codes of `Claim`. `is_told`: may be said as what is claimed; what is only denied,
    or was taken back by whoever said it, freely, is not.
    """

    text: str
    raw: Any
    sources: tuple[Source, ...]
    claims: tuple[int, ...]
    asserted_by: str = ""
    may_be_shown: bool = False
    stance: str = "asserts"
    circumstance: str = ""
    is_taken_back: bool = False
    is_told: bool = True
    said: tuple[Said, ...] = ()


Values = Mapping[str, tuple[Value, ...]]


class ValuesWhenAsked(Values):
    """What is said of one subject, by predicate; made as it is asked for, since a page shows few of thousands."""

    def __init__(self, predicates: list[str], make: Callable[[str], tuple[Value, ...]]) -> None:
        self._made: dict[str, tuple[Value, ...] | None] = dict.fromkeys(predicates)
        self._make = make

    def __getitem__(self, predicate: str) -> tuple[Value, ...]:
        made = self._made[predicate]
        if made is None:
            made = self._made[predicate] = self._make(predicate)
        return made

    def __contains__(self, predicate: object) -> bool:
        return predicate in self._made

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


@dataclass(frozen=True)
class SubjectView:
    """What is said about one subject. `pk` is that of `cases.Subject`; `joined` are those that were judged to be it."""

    pk: int
    values: Values
    joined: tuple[int, ...] = field(default=(), kw_only=True)

    def all(self, predicate: str) -> tuple[Value, ...]:
        if predicate not in self.values:  # `get` would have each that is missing raise
            return ()
        return self.values[predicate]

    def told(self, predicate: str) -> tuple[Value, ...]:
        """What is said and stands: without what is only denied, or was taken back freely."""
        return tuple(value for value in self.all(predicate) if value.is_told)

    def text(self, predicate: str) -> str:
        """What is said first, in words; empty where nothing is."""
        return next((value.text for value in self.all(predicate) if value.is_told), "")

    def raw(self, predicate: str) -> Any:
        return next((value.raw for value in self.all(predicate) if value.is_told), None)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every place that any of its values was read from, once."""
        return tuple(dict.fromkeys(s for values in self.values.values() for v in values for s in v.sources))


@dataclass(frozen=True)
class PersonView(SubjectView):
    """`name` is what may be shown by the naming rule; the full name in the desk."""

    name: str
    naming: str
    is_withheld: bool


@dataclass(frozen=True)
class GroupView(SubjectView):
    label: str


@dataclass(frozen=True)
class IncidentView(SubjectView):
    """`type` is a code of `incident-types.csv`, `label` its words; `date` is EDTF, `date_words` its words."""

    type: str
    label: str
    date: str
    date_words: str


@dataclass(frozen=True)
class StatementView(SubjectView):
    speaker: str
    gist: str
    refused: bool
    contradicts: int | None


@dataclass(frozen=True)
class StatementThread:
    """Statements that contradict one another, in the order of the report; most hold just one."""

    statements: tuple[StatementView, ...]

    @property
    def is_contradictory(self) -> bool:
        return len(self.statements) > 1


@dataclass(frozen=True)
class DemandView(SubjectView):
    wording: str
    addressed_to: str


@dataclass(frozen=True)
class AskView(SubjectView):
    """`kind` is a code of the draft schema, `label` its words; `when` and `deadline` are EDTF."""

    kind: str
    label: str
    audience: str
    when: str
    deadline: str


@dataclass(frozen=True)
class OfficeView(SubjectView):
    """`office` is the key of `directory.Office`; `role` a code of the draft schema."""

    office: int
    name: str
    kind: str
    role: str


@dataclass(frozen=True)
class LinkView(SubjectView):
    url: str
    kind: str


@dataclass(frozen=True)
class CaseView:
    """A case as the desk sees it, or as the public may (`is_public_view`)."""

    pk: int
    slug: str
    title: str
    country: str
    country_name: str
    assessment: str
    is_sample: bool
    is_frozen: bool
    has_public_page: bool
    is_public_view: bool
    people: tuple[PersonView, ...] = ()
    groups: tuple[GroupView, ...] = ()
    incidents: tuple[IncidentView, ...] = ()
    statements: tuple[StatementThread, ...] = ()
    demands: tuple[DemandView, ...] = ()
    asks: tuple[AskView, ...] = ()
    offices: tuple[OfficeView, ...] = ()
    officials: tuple[SubjectView, ...] = ()
    organisations: tuple[SubjectView, ...] = ()
    links: tuple[LinkView, ...] = ()
    reports: tuple[Source, ...] = ()
    assessments: tuple[AssessmentView, ...] = ()
