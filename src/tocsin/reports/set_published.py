"""Saying when a report was published, where its text does not."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision
from tocsin.reading.read import read_bytes

from .access import must_hold
from .came import report_came
from .errors import CannotReview
from .kinds.past import PastDate
from .models import Decision, Report, ReportState, ReviewField, ReviewItem, SecondOpinion, SentenceMark
from .open_review import lay_out
from .receive import from_draft


@transaction.atomic
def set_published(report: Report, published: str, by: Member | None) -> bool:
    """Stores the date (EDTF) and, as long as nothing was decided, reads the report again by its light.

    The second draft replaces the first: it is read from the same bytes, and nobody has judged the first.
    True if it was read again. Once a field is decided the draft stays, and dates are corrected by hand.
    Raises CannotRead for what is no date, CannotReview for a report that is accepted or set aside.
    """
    must_hold(by, Role.REVIEWER)
    published = PastDate().read(published)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.state not in (ReportState.RECEIVED, ReportState.IN_REVIEW):
        raise CannotReview(_("The date can be set only until a report is accepted or set aside."))
    was = as_it_is(report, ["published"])
    is_read_again = not is_touched(report)
    if is_read_again:
        _read_again(report, published)
    report.published = published
    report.save()
    entry = record("report.published_set", report, by, published=published, read_again=is_read_again)
    keep_revision(entry, report, was, within=report)
    report_came(report)
    return is_read_again


def is_touched(report: Report) -> bool:
    """Whether a person has decided, added or marked anything in the review."""
    decided = ReviewField.objects.filter(item__report=report).exclude(decision=Decision.PROPOSED)
    return decided.exists() or SentenceMark.objects.filter(report=report).exists()


def _read_again(report: Report, published: str) -> None:
    fresh = from_draft(read_bytes(bytes(report.original), report.name, published))
    for name, value in fresh.items():
        setattr(report, name, value)
    if report.state == ReportState.IN_REVIEW:
        ReviewItem.objects.filter(report=report).delete()
        SecondOpinion.objects.filter(report=report).delete()  # its suggestions went with the items: ask again
        lay_out(report)
