"""Sealing a report whose consent was withdrawn: its words go for good; its hash, its dates and the fact stay."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.intake.errors import Unreadable
from tocsin.jobs.enqueue import enqueue
from tocsin.jobs.journal import empty_journal
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .access import must_hold
from .errors import CannotReview
from .models import (
    Arrival,
    ArrivalState,
    OpinionState,
    Report,
    ReportState,
    ReviewField,
    ReviewItem,
    SecondOpinion,
)
from .names import NAMES_OF_PEOPLE
from .repeats.forget import forget_repeats


class SealedBefore(Unreadable):
    """The same bytes were sealed here once, and are not taken in again."""


@transaction.atomic
def seal_words(report: Report, by: Member | None, why: str) -> Report:
    """Empties the report and all that was read from it. Nobody can undo it. Raises CannotReview.

    Names of people at risk stay in the review, unseen: pages could not leave them out otherwise.
    The file name, publisher and address go too, as they may tell who spoke.
    """
    must_hold(by, Role.REVIEWER)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.sealed_at:
        raise CannotReview(_("This report is sealed already."))
    if not why.strip():
        raise CannotReview(_("Say why it is sealed: whose consent was withdrawn, and when. Name nobody."))
    _empty_review(report)
    others = _empty_arrivals(report)
    forget_repeats(report)
    report.name = report.publisher = report.source_url = report.text = ""
    report.original, report.draft, report.may_leave = b"", {}, False
    report.state, report.sealed_at, report.sealed_by = ReportState.SEALED, timezone.now(), by
    report.sealed_why = why.strip()[:300]
    report.save()
    record("report.sealed", report, by, why=report.sealed_why, sha256=report.sha256)
    enqueue("reports.delete_copies", {"sha256": report.sha256, "others": others})
    empty_journal()
    return report


def refuse_if_sealed(sha256: str, text_print: str = "") -> None:
    """Raises SealedBefore where these bytes, or the same words in another file, were sealed, on which day."""
    same = Q(sha256=sha256) | (Q(text_print=text_print) if text_print else Q())
    sealed = Report.objects.filter(same, sealed_at__isnull=False).only("sealed_at").first()
    if sealed and sealed.sealed_at:
        raise SealedBefore(
            _(
                "This report was sealed here on %(day)s, as consent to it was withdrawn. It is not taken in again."
            )
            % {"day": sealed.sealed_at.date().isoformat()}
        )


def _empty_review(report: Report) -> None:
    names = [name for section, name in NAMES_OF_PEOPLE]
    fields = ReviewField.objects.filter(item__report=report)
    fields.exclude(item__section="people", name__in=names).update(proposed=None, value=None)
    fields.update(spans=[], may_be_shown=False)
    ReviewItem.objects.filter(report=report).update(spans=[], warnings=[])
    report.steps.all().delete()
    report.unsaved.all().delete()
    opinions = SecondOpinion.objects.filter(report=report)
    opinions.update(remarks=[])
    opinions.filter(state=OpinionState.WAITING).update(state=OpinionState.FAILED, ended_at=timezone.now())


def _empty_arrivals(report: Report) -> list[str]:
    """The bytes as they came in, by whatever way and however often: the hashes of those that were other bytes."""
    came = Arrival.objects.filter(Q(sha256=report.sha256) | Q(report=report))
    hashes = came.exclude(sha256__in=("", report.sha256)).values_list("sha256", flat=True)
    others = sorted(set(hashes))
    came.update(data=b"", name="", publisher="", source_url="", reason="", state=ArrivalState.DISMISSED)
    return others
