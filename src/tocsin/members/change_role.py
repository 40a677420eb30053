"""Changing what a member may do."""

from django.db import transaction

from .keep import keep_an_administrator
from .models import Member, Role
from .record import record
from .revise import as_it_is, keep_revision


def change_role(member: Member, role: str, by: Member | None) -> None:
    """Raises ValidationError where nobody would be left who can add members."""
    with transaction.atomic():
        if role != Role.ADMINISTRATOR:
            keep_an_administrator(member)
        was = as_it_is(member, ["role"])
        member.role = role
        member.full_clean(exclude=["password"])
        member.save(update_fields=["role"])
        keep_revision(record("member.role_changed", member, by, role=role), member, was)
