"""Changing what a member may do in a case."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import keep_revision

from ..errors import CannotChange
from ..models import CaseMember
from .access import keep_an_administrator, must_manage


@transaction.atomic
def change_case_role(on: CaseMember, role: str, by: Member | None) -> None:
    """Raises PermissionDenied, and CannotChange where nobody would be left who manages the case."""
    must_manage(on.case, by)
    if role not in Role.values:
        raise CannotChange(_("Choose one of the roles."))
    if role != Role.ADMINISTRATOR:
        keep_an_administrator(on.case, on)
    was, now = {f"member {on.member_id}": on.role}, {f"member {on.member_id}": role}
    on.role = role
    on.save(update_fields=["role"])
    entry = record("case.member_role_changed", on.case, by, name=str(on.member), id=on.member_id, role=role)
    keep_revision(entry, on.case, was, now, within=on.case)
