"""A publisher has seen an alarm, and needs it no longer."""

from django.db import transaction
from django.utils import timezone

from tocsin.cases.access import must_hold_on
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .models import Alarm


@transaction.atomic
def dismiss(alarm: Alarm, by: Member) -> bool:
    """Whether it stood until now. Raises PermissionDenied below the role publisher in the action's case."""
    must_hold_on(alarm.action.case, by, Role.PUBLISHER)
    standing = Alarm.objects.filter(pk=alarm.pk, dismissed_at=None)
    if not standing.update(dismissed_at=timezone.now(), dismissed_by=by):
        return False
    record("action.alarm_dismissed", alarm.action, by, kind=alarm.kind, letters=alarm.letters)
    return True
