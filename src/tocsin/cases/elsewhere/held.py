"""Which names are held back, and for whom they wait."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from tocsin.members.models import Member, Role

from ..access import cases_of
from ..models import Case, HeldAnswer, HeldBecause, HeldName

_TAKEN_BACK = Q(answer=HeldAnswer.SAME, because=HeldBecause.CONSENT)


def held_in(case: Case) -> QuerySet[HeldName]:
    """Those of the case that nobody has answered."""
    return HeldName.objects.filter(person__case=case, answered_at=None)


def counting_in(case: Case) -> list[HeldName]:
    """Those of the case that leave names out of it: not answered, or answered to be who withdrew consent."""
    return list(HeldName.objects.filter(Q(answered_at=None) | _TAKEN_BACK, person__case=case))


def held_for(people: Iterable[int]) -> QuerySet[HeldName]:
    """Those of these people that nobody has answered."""
    return HeldName.objects.filter(person__in=list(people), answered_at=None)


def waiting_for(member: Member) -> QuerySet[HeldName]:
    """Those that the member may answer."""
    held = HeldName.objects.filter(answered_at=None, person__case__in=cases_of(member, Role.REVIEWER))
    return held.select_related("person__case")


def came_from(people: Iterable[int], member: Member) -> QuerySet[HeldName]:
    """What these people hold back in other cases, as far as the member may open those."""
    held = HeldName.objects.filter(came_from__in=list(people), answered_at=None)
    return held.filter(person__case__in=cases_of(member)).select_related("person__case")


def taken_back_at(people: Iterable[int]) -> list[datetime]:
    """When a reviewer said that one of these people is whose consent was withdrawn elsewhere."""
    rows = HeldName.objects.filter(_TAKEN_BACK, person__in=list(people))
    return [row.answered_at for row in rows if row.answered_at]
