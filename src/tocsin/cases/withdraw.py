"""Taking a claim out of use. Its row stays, so that nobody wonders what became of it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .find_same import find_same_of
from .models import Claim, SubjectKind
from .name_person import withhold_name
from .names import NAME_PREDICATES
from .search.index import words_are_gone


@transaction.atomic
def withdraw_claim(claim: Claim, by: Member | None) -> None:
    """Nothing shows the claim any more. Who withdraws a name withholds it."""
    must_hold_on(claim.subject.case, by, Role.REVIEWER)
    if claim.subject.kind == SubjectKind.PERSON and claim.predicate in NAME_PREDICATES:
        withhold_name(claim.subject.personatrisk, by)
    _set(claim, by, withdrawn=True)
    words_are_gone()


@transaction.atomic
def restore_claim(claim: Claim, by: Member | None) -> None:
    """Brings a withdrawn claim back. It is not shown until somebody says so again. Raises CannotChange."""
    must_hold_on(claim.subject.case, by, Role.REVIEWER)
    if claim.report and claim.report.sealed_at:
        raise CannotChange(_("The report that said so is sealed: its claims cannot be brought back."))
    _set(claim, by, withdrawn=False)


def _set(claim: Claim, by: Member | None, withdrawn: bool) -> None:
    was = as_it_is(claim, ("withdrawn_at", "may_be_shown"))
    claim.withdrawn_at = timezone.now() if withdrawn else None
    claim.may_be_shown = False
    claim.save(update_fields=["withdrawn_at", "may_be_shown"])
    entry = record("claim.withdrawn" if withdrawn else "claim.restored", claim, by)
    keep_revision(entry, claim, was, within=claim.subject.case)
    find_same_of(claim.subject)
    case_changed(claim.subject.case)
