"""Reviewing what a contributor or a volunteer wrote down of a call."""

from django.db import transaction
from django.utils import timezone

from tocsin.cases.access import must_hold_on
from tocsin.cases.changed import case_changed
from tocsin.cases.models import Claim, ClaimState, Inquiry, Subject
from tocsin.members.models import Member, Role
from tocsin.members.record import record


def accept_statement(subject: Subject, by: Member) -> None:
    """The statement stands in the case from now on; nothing of it is shown in public yet."""
    _decide(subject, ClaimState.ACCEPTED, by)


def leave_out_statement(subject: Subject, by: Member) -> None:
    """The statement stays out of the case; the attempt itself stays in the log."""
    _decide(subject, ClaimState.REJECTED, by)


@transaction.atomic
def _decide(subject: Subject, state: ClaimState, by: Member) -> None:
    must_hold_on(subject.case, by, Role.REVIEWER)
    claims = Claim.objects.filter(subject=subject, inquiry__isnull=False, withdrawn_at=None)
    claims.update(state=state, accepted_by=by, accepted_at=timezone.now(), may_be_shown=False)
    inquiry = Inquiry.objects.filter(claims__subject=subject).first()
    record(f"inquiry.statement_{state}", inquiry or subject, by, statement=subject.pk)
    case_changed(subject.case)
