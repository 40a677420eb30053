"""From a reviewed report to a case: every field that was taken becomes a claim with its report and words."""

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record_about
from tocsin.members.second_person import waiting
from tocsin.reports.access import must_hold
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import TAKEN, Report, ReportState, ReviewField, ReviewItem, Section
from tocsin.reports.queries import with_reports

from .access import must_hold_on
from .changed import case_changed
from .find_same import find_same
from .minors import mark_minors
from .models import Case, Claim
from .open_case import open_case
from .shown_more.ask import ask_to_show
from .shown_more.gate import ACT, needs_another
from .take_item import Taken, take_item, tie_contradictions

ORDER = {section: place for place, section in enumerate(Section.values)}


@transaction.atomic
def accept_report(
    report: Report, by: Member | None, case: Case | None = None, title: str | None = None
) -> Case:
    """Takes what was accepted into `case`, or into a new one. Undecided and rejected fields stay out.

    A report that a case holds already adds to that case what was decided since.
    Raises CannotReview where nothing was taken, or the report belongs to another case.
    """
    must_hold(by, Role.REVIEWER)
    report = Report.objects.select_for_update().get(pk=report.pk)
    case = _case_for(report, by, case, title)
    taken = _taken(report)
    case.reports.add(report)
    known = set(report.claims.values_list("pk", flat=True))
    people = set(case.subjects.filter(item__report=report).values_list("pk", flat=True))
    for item, fields in taken.items():
        take_item(item, fields, case)
    _ask_for_another(report, known, case, by)
    tie_contradictions(report, case)
    mark_minors(report, case, people, by)
    fields = [field for item_fields in taken.values() for field in item_fields]
    ReviewField.objects.filter(pk__in=[f.pk for f in fields]).update(held_at=timezone.now())
    report.state = ReportState.ACCEPTED
    report.save(update_fields=["state"])
    record_about(case.pk, "report.accepted", report, by, case=case.slug, fields=len(fields))
    find_same(case, report)
    case_changed(case)
    return case


def _ask_for_another(report: Report, known: set[int], case: Case, by: Member | None) -> None:
    """In a case that the public sees, where two people decide, nothing of the report is shown before the second agreed."""
    shown = Claim.objects.filter(report=report, may_be_shown=True).exclude(pk__in=known)
    keys = list(shown.values_list("pk", flat=True))
    if by and keys and needs_another(case, by):
        shown.update(may_be_shown=False)
        if (waits := waiting(ACT, case)) is None or waits.asked_by_id == by.pk:
            ask_to_show(case, {"claims": keys}, by)


def _taken(report: Report) -> Taken:
    """Items with the fields that were taken and no case holds yet, in the order of the review."""
    fields = ReviewField.objects.filter(item__report=report, decision__in=TAKEN, held_at__isnull=True)
    items: dict[ReviewItem, list[ReviewField]] = {}
    for field in sorted(
        with_reports(fields),
        key=lambda f: (ORDER[f.item.section], f.item.position, f.pk),
    ):
        field.item.report = report  # the one at hand, with its draft
        items.setdefault(field.item, []).append(field)
    if not items:
        raise CannotReview(_("Nothing was accepted yet. Accept at least one field first."))
    prefetch_related_objects([*items], "fields")
    return items


def _case_for(report: Report, by: Member | None, case: Case | None, title: str | None) -> Case:
    held = report.cases.first()
    if known := held or case:
        must_hold_on(known, by, Role.REVIEWER)
    if held is None:
        return case or open_case(report, by, title)
    if case not in (None, held):
        raise CannotReview(_("This report is part of the case “%(title)s” already.") % {"title": held.title})
    return held
