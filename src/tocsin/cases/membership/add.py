"""Putting a member on a case."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import keep_revision

from ..errors import CannotChange
from ..models import Case, CaseMember
from .access import must_manage


@transaction.atomic
def add_to_case(case: Case, member: Member, role: str, by: Member | None) -> CaseMember:
    """Raises PermissionDenied, and CannotChange for who is on it already, may not sign in, or an unknown role."""
    must_manage(case, by)
    if role not in Role.values or not member.is_active:
        raise CannotChange(_("Choose who is to work on the case, and as what."))
    on, is_new = CaseMember.objects.get_or_create(
        case=case, member=member, defaults={"role": role, "added_by": by}
    )
    if not is_new:
        raise CannotChange(_("%(name)s is on this case already.") % {"name": member})
    entry = record("case.member_added", case, by, name=str(member), id=member.pk, role=role)
    keep_revision(entry, case, {f"member {member.pk}": None}, {f"member {member.pk}": role}, within=case)
    return on
