"""Reports that a case holds: their reviews all accepted, every field a claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from tocsin.cases.models import Case, Claim, Naming, Subject, SubjectKind
from tocsin.cases.take_item import KIND_OF_SECTION
from tocsin.members.models import Member
from tocsin.reports.draft_items import ProposedItem, items_of
from tocsin.reports.models import Decision, Report, ReviewField, ReviewItem, Section

AT_ONCE = 2_000


@dataclass(frozen=True)
class Placed:
    """A report in its case."""

    case: Case
    report: Report


def add_claims(placed: Sequence[Placed], by: Member, at: datetime) -> None:
    """Items and fields of the reviews, and the subjects and claims that came of them."""
    told = [(each, proposed) for each in placed for proposed in items_of(each.report.draft)]
    items = ReviewItem.objects.bulk_create(
        (_item(each.report, proposed) for each, proposed in told), batch_size=AT_ONCE
    )
    decided = {"decision": Decision.ACCEPTED, "decided_by": by, "decided_at": at, "held_at": at}
    ReviewField.objects.bulk_create(
        (
            ReviewField(item=item, name=f.name, proposed=f.value, value=f.value, spans=f.spans, **decided)
            for item, (_, proposed) in zip(items, told, strict=True)
            for f in proposed.fields
        ),
        batch_size=AT_ONCE,
    )
    rows = [
        (each, proposed, item)
        for item, (each, proposed) in zip(items, told, strict=True)
        if proposed.section != Section.SOURCE
    ]
    subjects = Subject.objects.bulk_create(
        (
            Subject(case=each.case, kind=_kind(p), item=item, position=n)
            for n, (each, p, item) in enumerate(rows)
        ),
        batch_size=AT_ONCE,
    )
    _people(subjects)
    Claim.objects.bulk_create(
        (
            Claim(subject=subject, predicate=f.name, value=f.value, report=each.report, spans=f.spans,
                  accepted_by=by, accepted_at=at)
            for subject, (each, proposed, _) in zip(subjects, rows, strict=True)
            for f in proposed.fields
        ),
        batch_size=AT_ONCE,
    )  # fmt: skip


def _item(report: Report, proposed: ProposedItem) -> ReviewItem:
    return ReviewItem(
        report=report,
        section=proposed.section,
        position=proposed.position,
        spans=proposed.spans,
        confidence=proposed.confidence,
    )


def _kind(proposed: ProposedItem) -> SubjectKind:
    return KIND_OF_SECTION[Section(proposed.section)]


def _people(subjects: Sequence[Subject]) -> None:
    """The other half of each person's row: Django stores such rows one by one."""
    insert = (
        "INSERT INTO cases_personatrisk"
        "(subject_ptr_id, naming, alias, is_minor, consent_basis, consent_note) VALUES (%s, %s, %s, %s, %s, %s)"
    )
    rows = [(s.pk, Naming.WITHHELD, "", False, "", "") for s in subjects if s.kind == SubjectKind.PERSON]
    with connection.cursor() as cursor:
        cursor.executemany(insert, rows)
