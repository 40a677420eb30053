"""A corrected plan takes the place of the one before."""

from django.utils import timezone

from tocsin.members.models import Member
from tocsin.members.record import record

from .changed import gatherings_changed
from .check import check
from .kept import as_it_stood, keep_change
from .models import Gathering
from .plan import Plan, put_into


def put_right(locked: Gathering, plan: Plan, state: str, by: Member | None) -> Gathering:
    """Calendars that follow it are changed. `by` is None for its host. Call inside a transaction. Raises CannotHost."""
    check(plan, locked.action.called_day, timezone.now())
    was = as_it_stood(locked)
    put_into(locked, plan)
    locked.state, locked.version, locked.changed_at = state, locked.version + 1, timezone.now()
    locked.save()
    keep_change(record("gathering.corrected", locked, by, code=locked.code), locked, was)
    gatherings_changed(locked.action)
    return locked
