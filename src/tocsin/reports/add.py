"""What a reviewer adds by hand: an item that the reader missed, or a field of one."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .access import must_hold
from .decide import UNDER_REVIEW
from .errors import CannotReview
from .fields import field, main_field
from .models import Decision, Did, Report, ReviewField, ReviewItem
from .steps import note_step

Spans = Sequence[tuple[int, int]]


@transaction.atomic
def add_item(report: Report, section: str, value: Any, by: Member | None, spans: Spans = ()) -> ReviewItem:
    """A new item whose main field holds `value`; `spans` are the words of the text that it rests on."""
    report = under_review(report, by)
    last = report.items.filter(section=section).aggregate(last=Max("position"))["last"]
    item = ReviewItem.objects.create(
        report=report,
        section=section,
        position=0 if last is None else last + 1,
        spans=_checked(spans, report),
        added_by=by,
    )
    added = _add(item, main_field(section).name, value, by)
    entry = record("report.item_added", report, by, section=section, item=item.pk)
    note_step(entry, report, Did.ADD, {}, [added])
    return item


@transaction.atomic
def add_field(item: ReviewItem, name: str, value: Any, by: Member | None) -> ReviewField:
    """A field that the reader did not fill. Raises CannotReview where the item has it already."""
    report = under_review(item.report, by)
    if item.fields.filter(name=name).exists():
        raise CannotReview(_("This field is there already: correct it."))
    added = _add(item, field(item.section, name).name, value, by)
    entry = record("report.field_added", report, by, item=item.pk, field=name)
    note_step(entry, report, Did.ADD, {}, [added])
    return added


def _add(item: ReviewItem, name: str, value: Any, by: Member | None) -> ReviewField:
    return ReviewField.objects.create(
        item=item,
        name=name,
        value=value,
        spans=item.spans,
        decision=Decision.ADDED,
        decided_by=by,
        decided_at=timezone.now(),
    )


def under_review(report: Report, by: Member | None) -> Report:
    """The report as it stands now, locked. Raises CannotReview."""
    must_hold(by, Role.REVIEWER)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.state not in UNDER_REVIEW:
        raise CannotReview(_("This report is not under review. Open its review first."))
    return report


def _checked(spans: Spans, report: Report) -> list[list[int]]:
    length = len(report.text)
    if any(not 0 <= start < end <= length for start, end in spans):
        raise CannotReview(_("These words do not stand in the report."))
    return [[start, end] for start, end in spans]
