"""A deadline that was met or is no longer needed."""

from django.db import transaction
from django.utils import timezone

from tocsin.cases.access import must_hold_on
from tocsin.cases.models import Deadline
from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision


@transaction.atomic
def finish_deadline(deadline: Deadline, by: Member) -> None:
    """Done: it is listed below the others and reminds no more."""
    must_hold_on(deadline.case, by, Role.CONTRIBUTOR)
    if deadline.done_at is None:
        _set(deadline, by, is_done=True)


@transaction.atomic
def take_up_deadline(deadline: Deadline, by: Member) -> None:
    """Not done after all."""
    must_hold_on(deadline.case, by, Role.CONTRIBUTOR)
    if deadline.done_at is not None:
        _set(deadline, by, is_done=False)


def _set(deadline: Deadline, by: Member, is_done: bool) -> None:
    was = as_it_is(deadline, ["done_at"])
    deadline.done_at, deadline.done_by = (timezone.now(), by) if is_done else (None, None)
    deadline.save(update_fields=["done_at", "done_by"])
    entry = record("deadline.done" if is_done else "deadline.taken_up", deadline, by)
    keep_revision(entry, deadline, was, within=deadline.case)
