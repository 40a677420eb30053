"""Letting a member go. The row stays, since the audit trail names it; nobody can sign in with it."""

from django.db import transaction
from django.utils import timezone

from tocsin.jobs.enqueue import enqueue_and_do

from .keep import keep_an_administrator
from .models import Member
from .record import record
from .second_factor import forget_devices


def remove_member(member: Member, by: Member | None) -> None:
    """Ends every session and link at once; she is on no case any more. Raises ValidationError for the last administrator."""
    with transaction.atomic():
        keep_an_administrator(member)
        member.is_active = False
        member.set_unusable_password()
        member.save(update_fields=["is_active", "password"])
        member.sign_in_links.all().delete()
        forget_devices(member, by)
        record("member.removed", member, by)
        enqueue_and_do("members.left", {"member": member.pk, "at": timezone.now().isoformat()})
