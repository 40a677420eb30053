"""A pair that may be one, laid side by side: what each report says, field by field, and what agrees or differs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tocsin.cases.case_claims import SECTION_OF_KIND, words
from tocsin.cases.models import Case, Claim, ClaimState, Judgement, SameProposal, Subject, SubjectKind
from tocsin.cases.same_queries import Waiting
from tocsin.cases.sameness.explain import explain
from tocsin.cases.sameness.likeness import Likeness, Reason
from tocsin.cases.sameness.why import field_of, words_of
from tocsin.reports.fields import FIELDS, main_field
from tocsin.reports.label import report_label
from tocsin.reports.models import Report

AGREES, DIFFERS = "agrees", "differs"


@dataclass
class Side:
    """One subject as its report tells of it; `values` are words by predicate."""

    pk: int
    title: str = ""
    values: dict[str, str] = field(default_factory=dict)
    quote: str = ""
    start: int | None = None
    report: Report | None = None
    source: str = ""


@dataclass(frozen=True)
class FieldRow:
    """`mark` is AGREES, DIFFERS or empty; `why` says it in words."""

    label: Any
    left: str
    right: str
    mark: str
    why: str


@dataclass(frozen=True)
class PairRow:
    proposal: SameProposal
    kind: str
    percent: int
    left: Side
    right: Side
    rows: tuple[FieldRow, ...]
    remarks: tuple[str, ...]
    is_unsure: bool = False

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.left, self.right


@dataclass(frozen=True)
class JudgedRow:
    judgement: Judgement
    left: Side
    right: Side


def pair_rows(case: Case, waiting: Waiting) -> list[PairRow]:
    proposals, unsure = waiting.shown, waiting.unsure
    sides = _sides(case, {pk for p in proposals for pk in (p.left_id, p.right_id)})
    return [
        _row(p, like, sides[p.left_id], sides[p.right_id], p.pk in unsure)
        for p, like in zip(proposals, explain(case, proposals), strict=True)
    ]


def judged_rows(case: Case, judgements: Iterable[Judgement]) -> list[JudgedRow]:
    listed = list(judgements)
    sides = _sides(case, {pk for j in listed for pk in (j.left_id, j.right_id)})
    return [JudgedRow(j, sides[j.left_id], sides[j.right_id]) for j in listed]


def _row(proposal: SameProposal, like: Likeness, later: Side, earlier: Side, is_unsure: bool) -> PairRow:
    """What came earlier stands on the left."""
    kind = proposal.left.kind
    by_field: dict[str, list[Reason]] = defaultdict(list)
    for reason in like.reasons:
        by_field[field_of(reason)].append(reason)
    names = [
        f for f in FIELDS[SECTION_OF_KIND[SubjectKind(kind)]] if f.name in {**later.values, **earlier.values}
    ]
    return PairRow(
        proposal,
        str(SubjectKind(kind).label),
        round(100 * proposal.score),
        earlier,
        later,
        tuple(_field_row(f.name, f.label, earlier, later, by_field[f.name]) for f in names),
        tuple(w for w in map(words_of, by_field[""]) if w),
        is_unsure,
    )


def _field_row(name: str, label: Any, left: Side, right: Side, reasons: list[Reason]) -> FieldRow:
    weight = sum(reason.weight for reason in reasons)
    mark = (AGREES if weight > 0 else DIFFERS) if reasons and weight else ""
    why = ", ".join(dict.fromkeys(w for w in map(words_of, reasons) if w))
    return FieldRow(label, left.values.get(name, ""), right.values.get(name, ""), mark, why)


def _sides(case: Case, subjects: set[int]) -> dict[int, Side]:
    claims = Claim.objects.filter(subject__in=subjects, withdrawn_at__isnull=True, state=ClaimState.ACCEPTED)
    sides = {pk: Side(pk) for pk in subjects}
    kinds = dict(Subject.objects.filter(pk__in=subjects).values_list("pk", "kind"))
    mine = claims.select_related("report").defer("report__original", "report__draft").order_by("pk")
    for claim in mine:
        _take(sides[claim.subject_id], claim, kinds[claim.subject_id])
    return sides


def _take(side: Side, claim: Claim, kind: str) -> None:
    said = words(kind, claim.predicate, claim.value)
    side.values.setdefault(claim.predicate, said)
    is_main = claim.predicate == main_field(SECTION_OF_KIND[SubjectKind(kind)]).name
    side.title = said if is_main and not side.title else side.title
    if claim.report and (side.report is None or is_main):
        side.report, side.source = claim.report, report_label(claim.report)
        side.quote = " … ".join(claim.report.text[start:end] for start, end in claim.spans)
        side.start = claim.spans[0][0] if claim.spans else None
