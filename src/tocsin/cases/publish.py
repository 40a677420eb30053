"""Whether a case has a public page."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision
from tocsin.members.second_person import is_needed, use

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .models import Case
from .second_person import case_fingerprint


@transaction.atomic
def publish_case(case: Case, by: Member | None) -> None:
    """Gives the case a public page, which shows what may be shown. Raises CannotChange while it is frozen.

    Raises NeedsSecondPerson where the house wants one.
    """
    must_hold_on(case, by, Role.PUBLISHER)
    if case.frozen_at:
        raise CannotChange(_("This case is frozen. Thaw it before giving it a public page."))
    if is_needed("case.published"):
        use("case.published", case, by, case_fingerprint(case))
    _set(case, True, by)


@transaction.atomic
def withdraw_case(case: Case, by: Member | None) -> None:
    """Takes the public page away."""
    must_hold_on(case, by, Role.PUBLISHER)
    _set(case, False, by)


def _set(case: Case, is_public: bool, by: Member | None) -> None:
    was = as_it_is(case, ["is_public"])
    case.is_public = is_public
    case.save(update_fields=["is_public"])
    entry = record("case.published" if is_public else "case.withdrawn", case, by)
    keep_revision(entry, case, was, within=case)
    case_changed(case)
