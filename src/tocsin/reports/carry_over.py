"""Taking the decisions on an earlier version over to the later one, where both say the same in the same words."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.record import record

from .add import under_review
from .compare_versions import compare_versions
from .decide import is_name, open_fields, store
from .errors import CannotReview
from .models import Decision, Did, Report, ReviewField
from .steps import note_step, state_of


@transaction.atomic
def carry_over(report: Report, by: Member) -> int:
    """One step that can be undone; who pressed stands for each decision. The number carried over.

    Raises CannotReview where the report revises none, or nothing is left to carry over.
    """
    report = under_review(report, by)
    if report.revises is None:
        raise CannotReview(_("This report is not a later version of another."))
    earlier = {now.pk: was for was, now in compare_versions(report.revises, report).to_carry}
    rows = open_fields(ReviewField.objects.filter(pk__in=earlier), by)
    if not rows:
        raise CannotReview(_("Nothing is left to carry over."))
    before = {row.pk: state_of(row) for row in rows}
    at = timezone.now()
    for row in rows:
        was = earlier[row.pk]
        row.value, row.decision = was.value, Decision(was.decision)
        row.may_be_shown = was.may_be_shown and not is_name(row)
        row.decided_by, row.decided_at = by, at
    store(rows)
    ReviewField.objects.bulk_update(rows, ["value"], batch_size=200)
    entry = record("report.carried_over", report, by, earlier=report.revises_id, fields=[r.pk for r in rows])
    note_step(entry, report, Did.CARRY, before, rows)
    return len(rows)
