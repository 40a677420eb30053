"""The switch for a case that may do harm: everything public about it stops at once."""

from django.db import transaction
from django.utils import timezone

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision
from tocsin.members.second_person import is_needed

from .access import must_hold_on
from .changed import case_changed
from .models import Case


@transaction.atomic
def freeze(case: Case, by: Member | None, reason: str = "") -> None:
    """No page, action, letter or file for everybody goes out until it is thawed; files made before end."""
    must_hold_on(case, by, Role.REVIEWER)
    was = as_it_is(case, ["frozen_at"])
    case.frozen_at = timezone.now()
    case.save(update_fields=["frozen_at"])
    keep_revision(record("case.frozen", case, by, reason=reason), case, was, within=case)
    case_changed(case)


@transaction.atomic
def thaw(case: Case, by: Member | None) -> None:
    """Lets the case be public again, by the same rules as before.

    Where two people decide on publishing, its page stays away until they have: much may have been written meanwhile.
    """
    must_hold_on(case, by, Role.PUBLISHER)
    was = as_it_is(case, ["frozen_at", "is_public"])
    case.frozen_at = None
    case.is_public = case.is_public and not (by and is_needed("case.published"))
    case.save(update_fields=["frozen_at", "is_public"])
    keep_revision(record("case.thawed", case, by), case, was, within=case)
    case_changed(case)
