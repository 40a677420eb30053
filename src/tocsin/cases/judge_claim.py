"""The review of claims that came in by calls: taken, or left out. Neither is for good."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .find_same import find_same_of
from .models import Case, Claim, ClaimState


def awaiting(case: Case) -> QuerySet[Claim]:
    """Claims that wait for a reviewer, in the order in which they came in."""
    claims = Claim.objects.filter(subject__case=case, state=ClaimState.AWAITING, withdrawn_at=None)
    return claims.select_related("subject", "inquiry", "report").defer("report__original", "report__draft")


@transaction.atomic
def accept_claim(claim: Claim, by: Member | None) -> None:
    """Takes it into the case. It is not shown before somebody says so. Raises CannotChange."""
    _judge(claim, by, ClaimState.ACCEPTED)


@transaction.atomic
def reject_claim(claim: Claim, by: Member | None) -> None:
    """Leaves it out; its row stays, and it can be taken later. Raises CannotChange."""
    _judge(claim, by, ClaimState.REJECTED)


def _judge(claim: Claim, by: Member | None, state: ClaimState) -> None:
    must_hold_on(claim.subject.case, by, Role.REVIEWER)
    locked = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
    if locked.state == state:
        raise CannotChange(_("Somebody was quicker: this is decided already."))
    was = as_it_is(locked, ("state", "may_be_shown"))
    locked.state, locked.may_be_shown = state, False
    locked.accepted_by, locked.accepted_at = by, timezone.now()
    locked.save(update_fields=["state", "may_be_shown", "accepted_by", "accepted_at"])
    keep_revision(record(f"claim.{state}", locked, by), locked, was, within=claim.subject.case)
    find_same_of(claim.subject)
    case_changed(claim.subject.case)
