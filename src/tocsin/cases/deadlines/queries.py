"""Deadlines as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from tocsin.cases.access import cases_of
from tocsin.cases.inquiries.local_time import case_clock
from tocsin.cases.models import Case, Deadline
from tocsin.members.models import Member

DUE_SOON_DAYS = 7


@dataclass(frozen=True)
class Due:
    """A deadline and the days left by the clock of the case's country; negative where it has passed."""

    deadline: Deadline
    days_left: int

    @property
    def is_past(self) -> bool:
        return self.days_left < 0

    @property
    def days_past(self) -> int:
        return -self.days_left


def days_left(deadline: Deadline, now: datetime | None = None) -> int:
    return (deadline.due_on - today_of(deadline.case, now)).days


def today_of(case: Case, now: datetime | None = None) -> date:
    """The day that it is in the country of the events."""
    return (now or timezone.now()).astimezone(case_clock(case)).date()


def open_deadlines(case: Case, now: datetime | None = None) -> list[Due]:
    """What is not done, soonest first."""
    return due(days_to_come(case), now)


def days_to_come(case: Case) -> QuerySet[Deadline]:
    """The same as rows, of which a page may show a part."""
    return _soonest_first(case.deadlines.filter(done_at=None))


def done_deadlines(case: Case) -> QuerySet[Deadline]:
    """What was done, latest first."""
    return case.deadlines.filter(done_at__isnull=False).select_related("done_by").order_by("-done_at")


def due_soon(member: Member, now: datetime | None = None) -> list[Due]:
    """In all cases of the member: what is due within a week or has passed, soonest first."""
    # A day more than that: it may be tomorrow already where the case is.
    last = (now or timezone.now()).date() + timedelta(days=DUE_SOON_DAYS + 1)
    mine = Deadline.objects.filter(done_at=None, due_on__lte=last, case__in=cases_of(member).values("pk"))
    return [each for each in due(_soonest_first(mine), now) if each.days_left <= DUE_SOON_DAYS]


def due(deadlines: Iterable[Deadline], now: datetime | None = None) -> list[Due]:
    """Each with the days that are left, in the order in which they are given."""
    return [Due(deadline, days_left(deadline, now)) for deadline in deadlines]


def _soonest_first(deadlines: QuerySet[Deadline]) -> QuerySet[Deadline]:
    return deadlines.select_related("case", "about", "set_by", "after").order_by("due_on", "pk")
