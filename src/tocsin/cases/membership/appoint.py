"""Giving a case somebody who manages it, where nobody is left who does."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.access import must_administer
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from ..errors import CannotChange
from ..models import Case, CaseMember
from .access import without_administrator


@transaction.atomic
def appoint_administrator(case: Case, member: Member, by: Member | None) -> CaseMember:
    """By an administrator of the organisation, who need not be on the case; its members read that it happened.

    Raises PermissionDenied, and CannotChange for a case that somebody manages.
    """
    must_administer(by)
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if not without_administrator().filter(pk=locked.pk).exists():
        raise CannotChange(_("Somebody manages this case: ask there."))
    if not member.is_active:
        raise CannotChange(_("Choose somebody who works here."))
    on, _is_new = CaseMember.objects.update_or_create(
        case=locked,
        member=member,
        defaults={"role": Role.ADMINISTRATOR},
        create_defaults={"role": Role.ADMINISTRATOR, "added_by": by},
    )
    record("case.administrator_appointed", locked, by, name=str(member), id=member.pk)
    return on
