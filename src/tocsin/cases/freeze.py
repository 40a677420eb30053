"""The switch for a case that may do harm: everything public about it stops at once."""

from django.db import transaction
from django.utils import timezone

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_hold_on
from .changed import case_changed
from .models import Case


@transaction.atomic
def freeze(case: Case, by: Member | None, reason: str = "") -> None:
    """No page, action or letter of the case goes out until it is thawed."""
    must_hold_on(case, by, Role.REVIEWER)
    was = as_it_is(case, ["frozen_at"])
    case.frozen_at = timezone.now()
    case.save(update_fields=["frozen_at"])
    keep_revision(record("case.frozen", case, by, reason=reason), case, was, within=case)
    case_changed(case)


@transaction.atomic
def thaw(case: Case, by: Member | None) -> None:
    """Lets the case be public again, by the same rules as before."""
    must_hold_on(case, by, Role.PUBLISHER)
    was = as_it_is(case, ["frozen_at"])
    case.frozen_at = None
    case.save(update_fields=["frozen_at"])
    keep_revision(record("case.thawed", case, by), case, was, within=case)
    case_changed(case)
