"""Who manages a case: its administrators as the case stores them, whatever they are in the organisation."""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role

from ..errors import CannotChange
from ..models import Case, CaseMember


def manages(case: Case, member: Member) -> bool:
    return member.is_active and _administrators(case).filter(member=member).exists()


def must_manage(case: Case, by: Member | None) -> None:
    """Raises PermissionDenied, and CannotChange for a sample. None is the installation itself."""
    if case.is_sample:
        raise CannotChange(_("A sample is open to everybody on the desk: nobody is put on it."))
    if by is not None and not manages(case, by):
        raise PermissionDenied(_("Only an administrator of the case may say who works on it."))


def keep_an_administrator(case: Case, leaving: CaseMember) -> None:
    """Raises CannotChange where nobody else manages the case. Call it inside the transaction."""
    standing = _administrators(case).select_for_update(of=("self",)).order_by("pk")
    if {each.pk for each in standing} == {leaving.pk}:
        told = _("%(name)s is the only administrator of this case. Make somebody else one first.")
        raise CannotChange(told % {"name": leaving.member})


def without_administrator() -> QuerySet[Case]:
    """Cases that nobody manages: whoever did has left the organisation, or a command opened them."""
    managed = CaseMember.objects.filter(case=OuterRef("pk"), role=Role.ADMINISTRATOR, member__is_active=True)
    return Case.objects.filter(~Exists(managed), is_sample=False)


def _administrators(case: Case) -> QuerySet[CaseMember]:
    return CaseMember.objects.filter(case=case, role=Role.ADMINISTRATOR, member__is_active=True)
