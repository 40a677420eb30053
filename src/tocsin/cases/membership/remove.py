"""Taking a member off a case: by whoever manages it, by herself, or because she left the organisation."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import keep_revision

from ..models import CaseMember
from ..protection.case_key import shut_out
from .access import keep_an_administrator, must_manage


@transaction.atomic
def remove_from_case(on: CaseMember, by: Member | None) -> None:
    """Everybody may leave. Raises PermissionDenied, and CannotChange for the last who manages the case."""
    if by is None or by.pk != on.member_id:
        must_manage(on.case, by)
    keep_an_administrator(on.case, on)
    _remove(on, by)


def remove_from_all(payload: dict[str, Any]) -> None:
    """Handles "members.left": who was let go is on no case, and is on none when she comes back."""
    left_at = datetime.fromisoformat(payload["at"])
    with transaction.atomic():
        memberships = CaseMember.objects.filter(member=payload["member"], added_at__lte=left_at)
        for on in memberships.select_related("case", "member"):
            _remove(on, None)


def _remove(on: CaseMember, by: Member | None) -> None:
    entry = record("case.member_removed", on.case, by, name=str(on.member), id=on.member_id)
    name = f"member {on.member_id}"
    keep_revision(entry, on.case, {name: on.role}, {name: None}, within=on.case)
    on.delete()
    shut_out(on.member, on.case)
