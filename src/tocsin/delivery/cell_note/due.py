"""Open actions whose next note for the cell is due."""

from datetime import date, timedelta

from django.db.models import Max, QuerySet
from django.utils import timezone

from tocsin.actions.models import Action
from tocsin.actions.queries import open_actions
from tocsin.cases.access import cases_of
from tocsin.members.models import Member, Role

A_WEEK = timedelta(days=7)


def notes_due(member: Member, today: date | None = None) -> QuerySet[Action]:
    """Those whose notes the member makes and whose last one, by its last day, is over a week old; the longest first.

    Each has `counted_until`, that day. An action that never had a note waits for none.
    """
    hers = open_actions().filter(case__in=cases_of(member, Role.PUBLISHER).values("pk"))
    counted = hers.annotate(counted_until=Max("cell_notes__last_day"))
    return counted.filter(counted_until__lt=(today or timezone.localdate()) - A_WEEK).order_by(
        "counted_until", "pk"
    )
