"""Bringing back what the directory said."""

from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.restore import CannotRestore
from tocsin.members.revise import State

from .add_accreditation import STATED, add_accreditation
from .confirm_contact import confirm_contact
from .count_for_all import count_for_all
from .edit_office import EDITABLE, edit_office
from .models import Accreditation, ContactPoint, Office
from .retire_contact import retire_contact


def restore_office(pk: int, before: State, by: Member) -> None:
    """Who brings it back vouches for it. Raises CannotUse."""
    office = Office.objects.get(pk=pk)
    if "in_directory" in before:
        count_for_all(office, by, before["in_directory"])
    told = {name: value for name, value in before.items() if name in EDITABLE}
    if "owner" in told:
        told["owner"] = Office.objects.filter(pk=told["owner"]).first()
    if told:
        today = timezone.now().date().isoformat()
        edit_office(office, by, _("our own history: as it stood before"), today, **told)


def restore_contact(pk: int, before: State, by: Member) -> None:
    """Back into use only as somebody had confirmed it. Raises CannotUse, CannotRestore."""
    point = ContactPoint.objects.get(pk=pk)
    if before.get("retired_at"):
        retire_contact(point, by, _("as it was before"))
        return
    source = before.get("source", point.source)
    if not before.get("confirmed_at", point.confirmed_at):
        raise CannotRestore(
            _("Nobody had confirmed it then. Check that it reaches its office, and confirm it.")
        )
    confirm_contact(point, by, source, before.get("source_date", point.source_date))


def restore_accreditation(pk: int, before: State, by: Member) -> None:
    """Also one that was taken back. Who brings it back vouches for it. Raises CannotUse, CannotRestore."""
    here = Accreditation.objects.select_related("office").filter(pk=pk).first()
    office = here.office if here else Office.objects.filter(pk=before.get("office", 0)).first()
    if office is None:
        raise CannotRestore(
            _("It was taken back since. State on the page of its office that it answers there.")
        )
    then = {name: before[name] if name in before else getattr(here, name) for name in STATED}
    add_accreditation(
        office, then["serves"], then["source"], then["source_date"], by, then["valid_from"], then["valid_to"]
    )
