"""Who is at work on a review, for how long, and where: sittings that end with a pause of over five minutes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, F, QuerySet, Sum
from django.utils import timezone

from tocsin.members.models import Member

from .models import Report, ReviewItem, ReviewSitting

LONGEST_PAUSE = timedelta(minutes=5)
# A page says every 15 seconds that it is open; two of these may be lost on the way.
STILL_HERE = timedelta(seconds=45)


@dataclass(frozen=True)
class Work:
    """What the review of one report took so far."""

    seconds: int = 0
    decisions: int = 0
    corrections: int = 0
    people: int = 0

    @property
    def minutes(self) -> int:
        """Rounded up: a review that was begun took a minute."""
        return -(-self.seconds // 60)


@transaction.atomic
def at_work(report: Report, by: Member, item: ReviewItem | None = None) -> ReviewSitting:
    """Notes that the member does something now: the time since her last act counts, unless it was a pause."""
    now = timezone.now()
    sitting = _latest(report, by)
    if sitting is None or now - sitting.last_act_at > LONGEST_PAUSE:
        return ReviewSitting.objects.create(
            report=report, member=by, item=item, began_at=now, last_act_at=now
        )
    sitting.seconds = round((now - sitting.began_at).total_seconds())
    sitting.last_act_at = sitting.seen_at = now
    sitting.item = item or sitting.item
    sitting.save(update_fields=["seconds", "last_act_at", "seen_at", "item"])
    return sitting


def is_here(report: Report, by: Member) -> None:
    """Notes that her page is still open, whether or not she does something."""
    sitting = _latest(report, by)
    if sitting:
        ReviewSitting.objects.filter(pk=sitting.pk).update(seen_at=timezone.now())


def count_decisions(report: Report, by: Member, decisions: int, corrections: int = 0) -> None:
    """`decisions`: how many fields one press decided on."""
    sitting = at_work(report, by)
    ReviewSitting.objects.filter(pk=sitting.pk).update(
        decisions=F("decisions") + decisions, corrections=F("corrections") + corrections
    )


def take_back_correction(report: Report, by: Member) -> None:
    """A correction that was undone is none: taken from the latest of her sittings that counted one."""
    counted = ReviewSitting.objects.filter(report=report, member=by, corrections__gt=0)
    _recount(counted.order_by("-last_act_at", "-pk").first(), -1)


def count_correction_again(report: Report, by: Member) -> None:
    """It stands again, as what had undone it was undone: into her latest sitting, without saying that she is at work."""
    _recount(_latest(report, by), 1)


def _recount(sitting: ReviewSitting | None, corrections: int) -> None:
    if sitting:
        ReviewSitting.objects.filter(pk=sitting.pk).update(corrections=F("corrections") + corrections)


def others_here(report: Report, but: Member) -> list[ReviewSitting]:
    """The sittings of whoever else has the page open now, each with its member and item; one a member."""
    open_now = report.sittings.filter(seen_at__gte=timezone.now() - STILL_HERE, member__isnull=False)
    found = open_now.exclude(member=but).select_related("member", "item").order_by("seen_at")
    return list({sitting.member_id: sitting for sitting in found}.values())


def work_on(report: Report) -> Work:
    return work_by_report([report.pk]).get(report.pk, Work())


def work_by_report(reports: Iterable[int] | QuerySet[Report]) -> dict[int, Work]:
    """Report -> what its review took."""
    rows = ReviewSitting.objects.filter(report__in=reports).order_by().values("report")
    summed = rows.annotate(
        all_seconds=Sum("seconds"),
        all_decisions=Sum("decisions"),
        all_corrections=Sum("corrections"),
        people=Count("member", distinct=True),
    )
    return {
        row["report"]: Work(row["all_seconds"], row["all_decisions"], row["all_corrections"], row["people"])
        for row in summed
    }


def _latest(report: Report, by: Member) -> ReviewSitting | None:
    return ReviewSitting.objects.filter(report=report, member=by).order_by("-last_act_at", "-pk").first()
