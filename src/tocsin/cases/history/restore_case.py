"""Bringing back what a case said of itself, and who was on it as what."""

from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.restore import CannotRestore
from tocsin.members.revise import State

from ..edit import edit_case
from ..membership.add import add_to_case
from ..membership.change_role import change_case_role
from ..membership.remove import remove_from_case
from ..models import Case, CaseMember

WORDING = ("title", "country", "assessment")


def restore_case(pk: int, before: State, by: Member) -> None:
    """Raises CannotRestore for what the public sees by a decision of its own, and what the acts raise."""
    case = Case.objects.get(pk=pk)
    if {"is_public", "frozen_at"} & set(before):
        raise CannotRestore(_("Whether the public sees a case is decided anew each time, in the case file."))
    if set(before) & set(WORDING):
        wording = {name: before.get(name, getattr(case, name)) for name in WORDING}
        edit_case(case, by=by, **wording)
    for name, role in before.items():
        if name.startswith("member "):
            _restore_member(case, int(name.split()[1]), role, by)


def _restore_member(case: Case, pk: int, role: str | None, by: Member) -> None:
    on = CaseMember.objects.filter(case=case, member=pk).first()
    if role is None:
        if on is not None:
            remove_from_case(on, by)
    elif on is None:
        add_to_case(case, Member.objects.get(pk=pk), role, by)
    else:
        change_case_role(on, role, by)
