"""Taking an inquiry out of use, and back. Its row stays, so that nobody wonders what became of it."""

from django.db import transaction
from django.utils import timezone

from tocsin.cases.changed import case_changed
from tocsin.cases.models import Claim, Inquiry
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .correct import must_change


@transaction.atomic
def withdraw_inquiry(inquiry: Inquiry, by: Member) -> None:
    """The attempt counts no more, and what was said in it is withdrawn."""
    must_change(inquiry, by)
    if inquiry.withdrawn_at:
        return
    was = as_it_is(inquiry, ["withdrawn_at"])
    inquiry.withdrawn_at = timezone.now()
    inquiry.save(update_fields=["withdrawn_at"])
    standing = Claim.objects.filter(inquiry=inquiry, withdrawn_at=None)
    standing.update(withdrawn_at=inquiry.withdrawn_at, may_be_shown=False)
    keep_revision(record("inquiry.withdrawn", inquiry, by), inquiry, was, within=inquiry.case)
    case_changed(inquiry.case)


@transaction.atomic
def restore_inquiry(inquiry: Inquiry, by: Member) -> None:
    """Brings back the attempt and what was withdrawn with it; nothing of it is shown until somebody says so again."""
    must_change(inquiry, by)
    if inquiry.withdrawn_at is None:
        return
    Claim.objects.filter(inquiry=inquiry, withdrawn_at=inquiry.withdrawn_at).update(withdrawn_at=None)
    was = as_it_is(inquiry, ["withdrawn_at"])
    inquiry.withdrawn_at = None
    inquiry.save(update_fields=["withdrawn_at"])
    keep_revision(record("inquiry.restored", inquiry, by), inquiry, was, within=inquiry.case)
    case_changed(inquiry.case)
