"""One subject of a case as rows of the case file: what, in which words, from where, and whether shown."""

from dataclasses import dataclass
from typing import Any

from tocsin.cases.claim_words import SECTION_OF_KIND, words
from tocsin.cases.judge_claim import awaiting
from tocsin.cases.models import Case, Claim, PersonAtRisk, SubjectKind
from tocsin.cases.names import NAME_PREDICATES
from tocsin.cases.standing_claims import CHANNELS
from tocsin.cases.view import Source, SubjectView, Value
from tocsin.reports.fields import field, main_field
from tocsin.reports.label import report_label

from .cited import Cited, cited
from .shortened import shortened

# What a card says of a subject before its claims are unfolded; date and title stand beside it.
FACTS = {
    "place",
    "count",
    "affected",
    "actors",
    "actors_count",
    "said_by",
    "status",
    "addressed_to",
    "audience",
    "when",
    "deadline",
}


@dataclass(frozen=True)
class Row:
    """`claims` are the keys of the claims that say so, as a form sends them."""

    predicate: str
    label: Any
    value: Value
    claims: str
    is_name: bool
    can_be_shown: bool
    is_contradicted: bool

    @property
    def dates(self) -> str:
        """When it was said, EDTF, where that differs from when its report was published."""
        return next((s.said_at for s in self.value.said if s.said_at), "")

    @property
    def cited(self) -> list[Cited]:
        return cited(self.value.sources)

    @property
    def is_plain(self) -> bool:
        """Said by its report of itself, and nothing more to be told of it."""
        said = self.value
        is_asserted = said.stance == "asserts" and not said.is_taken_back
        return is_asserted and not (
            self.is_contradicted or said.asserted_by or said.circumstance or self.dates
        )


@dataclass(frozen=True)
class Joined:
    """Whoever was judged to be the same person, as one report names them."""

    pk: int
    name: str
    source: str


@dataclass(frozen=True)
class Block:
    view: Any
    title: str
    rows: tuple[Row, ...]
    facts: str
    sources: tuple[Source, ...]
    claims: str
    is_all_shown: bool
    shown_count: int
    is_contradicted: bool
    person: PersonAtRisk | None = None

    @property
    def cited(self) -> list[Cited]:
        return cited(self.sources)

    @property
    def short_facts(self) -> str:
        return shortened(self.facts)

    @property
    def joined(self) -> list[Joined]:
        """One query for all of them."""
        names = Claim.objects.filter(subject__in=self.view.joined, predicate="name", withdrawn_at=None)
        found = names.select_related("report").defer("report__original", "report__draft", "report__text")
        said = {claim.subject_id: claim for claim in found.order_by("-pk")}
        return [_joined(pk, said.get(pk)) for pk in self.view.joined]


def _joined(pk: int, name: Claim | None) -> Joined:
    source = report_label(name.report) if name and name.report else ""
    return Joined(pk, str(name.value) if name else "", source)


def block(kind: SubjectKind, view: SubjectView, person: PersonAtRisk | None = None) -> Block:
    """A subject with a row for each value; two values of one predicate stand under each other."""
    rows = tuple(
        _row(kind, predicate, value, len(values))
        for predicate, values in view.values.items()
        for value in values
    )
    showable = [row for row in rows if row.can_be_shown]
    return Block(
        view,
        _title(kind, view),
        rows,
        _facts(kind, view, rows),
        _main_sources(kind, view),
        " ".join(row.claims for row in showable),
        bool(showable) and all(row.value.may_be_shown for row in showable),
        sum(row.value.may_be_shown for row in rows),
        any(row.is_contradicted for row in rows),
        person,
    )


def _row(kind: SubjectKind, predicate: str, value: Value, count: int) -> Row:
    is_name = kind == SubjectKind.PERSON and predicate in NAME_PREDICATES
    is_channel = kind == SubjectKind.OFFICE and predicate in CHANNELS
    return Row(
        predicate,
        field(SECTION_OF_KIND[kind], predicate).label,
        value,
        " ".join(str(pk) for pk in value.claims),
        is_name,
        not is_name and not is_channel,
        count > 1,
    )


def _main_sources(kind: SubjectKind, view: SubjectView) -> tuple[Source, ...]:
    """Where the main value was read, else whatever was."""
    values = view.all(main_field(SECTION_OF_KIND[kind]).name)
    return tuple(s for value in values for s in value.sources) or view.sources[:1]


def _facts(kind: SubjectKind, view: SubjectView, rows: tuple[Row, ...]) -> str:
    """What stands beside the title: what was said, of a statement; else the facts by name."""
    if kind == SubjectKind.STATEMENT:
        return str(getattr(view, "gist", ""))
    return " · ".join(f"{row.label}: {row.value.text}" for row in rows if row.predicate in FACTS)


def _title(kind: SubjectKind, view: SubjectView) -> str:
    if kind in (SubjectKind.OFFICE, SubjectKind.PERSON):
        return str(getattr(view, "name", ""))
    return view.text(main_field(SECTION_OF_KIND[kind]).name)


@dataclass(frozen=True)
class ClaimRow:
    claim: Claim
    label: Any
    words: str


def waiting_rows(case: Case) -> list[ClaimRow]:
    """Claims that came in by calls and wait for a reviewer."""
    return [_claim_row(claim) for claim in awaiting(case)]


def withdrawn_rows(case: Case) -> list[ClaimRow]:
    """Claims that were taken out of use, so that nobody wonders what became of them; not those of sealed reports."""
    claims = Claim.objects.filter(subject__case=case, withdrawn_at__isnull=False)
    claims = claims.exclude(report__sealed_at__isnull=False).select_related("subject")
    return [_claim_row(claim) for claim in claims]


def _claim_row(claim: Claim) -> ClaimRow:
    kind = claim.subject.kind
    label = field(SECTION_OF_KIND[SubjectKind(kind)], claim.predicate).label
    return ClaimRow(claim, label, words(kind, claim.predicate, claim.value))
