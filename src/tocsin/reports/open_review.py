"""Laying a draft out for a person to decide on, field by field."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .access import must_hold
from .draft_items import ProposedItem, items_of
from .errors import CannotReview
from .models import Report, ReportState, ReviewField, ReviewItem


@transaction.atomic
def open_review(report: Report, by: Member | None = None) -> None:
    """Makes the items and fields of the review, all undecided. Called twice it changes nothing."""
    must_hold(by, Role.REVIEWER)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.state == ReportState.REJECTED:
        raise CannotReview(_("This report was set aside. Take it back before reviewing it."))
    if report.state != ReportState.RECEIVED:
        return
    lay_out(report)
    report.state = ReportState.IN_REVIEW
    report.save(update_fields=["state"])
    record("report.review_opened", report, by)


def lay_out(report: Report) -> None:
    """One row an item and one a field of the report's draft."""
    lay_out_items(report, list(items_of(report.draft)))


def lay_out_items(report: Report, proposed: Sequence[ProposedItem], suggested_by: str = "") -> None:
    """Rows for these items, undecided; `suggested_by` is a second reader."""
    items = ReviewItem.objects.bulk_create(_item_row(report, p, suggested_by) for p in proposed)
    ReviewField.objects.bulk_create(
        ReviewField(item=item, name=f.name, proposed=f.value, value=f.value, spans=f.spans)
        for item, p in zip(items, proposed, strict=True)
        for f in p.fields
    )


def _item_row(report: Report, proposed: ProposedItem, suggested_by: str) -> ReviewItem:
    return ReviewItem(
        report=report,
        section=proposed.section,
        position=proposed.position,
        spans=proposed.spans,
        confidence=proposed.confidence,
        rule=proposed.rule[:200],
        warnings=proposed.warnings,
        suggested_by=suggested_by,
    )
