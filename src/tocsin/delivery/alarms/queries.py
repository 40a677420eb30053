"""Alarms that wait for somebody's judgement."""

from django.db.models import QuerySet

from tocsin.cases.access import cases_of
from tocsin.members.models import Member, Role

from .models import Alarm


def standing(member: Member, role: Role = Role.VIEWER) -> QuerySet[Alarm]:
    """In the cases in which the member holds `role`; the newest first."""
    rows = Alarm.objects.filter(dismissed_at=None, action__case__in=cases_of(member, role))
    return rows.select_related("action", "letter")
