"""Correcting what an office is called, what it is, where it stands, when it answers and who owns it."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_vouch
from .changed import offices_changed
from .errors import CannotUse
from .models import Office
from .source_date import source_date as checked_date

EDITABLE = ("name", "kind", "of_country", "in_country", "city", "hours", "owner")


@transaction.atomic
def edit_office(office: Office, by: Member, source: str, source_date: str, **given: Any) -> Office:
    """`given` are fields of EDITABLE. From then on no import changes the office; what stood there is in the audit.

    Its hours alone come from no import, and confirm nothing else. Raises CannotUse without a name, a source or a date, and where an office would own itself.
    """
    must_vouch(by)
    office = Office.objects.select_for_update().get(pk=office.pk)
    changed = {name: getattr(office, name) for name in EDITABLE if name in given}
    changed = {name: old for name, old in changed.items() if old != given[name]}
    if not changed:
        return office
    _check(office, source, given)
    date = checked_date(source_date)
    was = as_it_is(office, changed)
    for name in changed:
        setattr(office, name, given[name])
    if changed.keys() != {"hours"}:
        office.confirmed_at, office.confirmed_by = timezone.now(), by
    office.save(update_fields=[*changed, "confirmed_at", "confirmed_by"])
    said = {name: str(old or "") for name, old in changed.items()}
    entry = record("office.edited", office, by, source=source.strip(), date=date, was=said)
    keep_revision(entry, office, was)
    offices_changed([office])
    return office


def _check(office: Office, source: str, given: dict[str, Any]) -> None:
    if not given.get("name", office.name).strip():
        raise CannotUse(_("An office needs its name."))
    if not source.strip():
        raise CannotUse(_("Say where this stands: nobody can check it without its source."))
    if _owns(given.get("owner"), office):
        raise CannotUse(_("A company cannot own itself, nor the company that owns it."))


def _owns(owner: Office | None, office: Office) -> bool:
    seen: set[int] = set()
    while owner is not None and owner.pk not in seen:
        if owner.pk == office.pk:
            return True
        seen.add(owner.pk)
        owner = owner.owner
    return False
