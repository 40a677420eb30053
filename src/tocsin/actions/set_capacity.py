"""Saying as what an action writes to an office."""

from django.utils.translation import gettext as _

from tocsin.directory.errors import CannotUse
from tocsin.directory.source_date import source_date
from tocsin.members.models import Member

from .capacity import NEEDS_SOURCE, OWN, Capacity
from .edit import editing
from .errors import CannotChange
from .models import Target


def set_capacity(target: Target, capacity: str, by: Member, source: str = "", date: str = "") -> Target:
    """`source` and `date` (EDTF) say who tells that a company owns the employer or buys from it. Raises CannotChange."""
    source, date = " ".join(source.split()), date.strip()
    _check(target, capacity, source, date)
    if capacity not in NEEDS_SOURCE:
        source = date = ""
    with editing(target.action, by, "action.capacity_set", office=target.office.name, capacity=capacity):
        target.capacity, target.source, target.source_date = capacity, source[:300], date
        target.save(update_fields=["capacity", "source", "source_date"])
    return target


def _check(target: Target, capacity: str, source: str, date: str) -> None:
    if capacity not in Capacity.values:
        raise CannotChange(_("Choose one of the words that the form offers."))
    if capacity in OWN and target.office.in_country in ("", target.action.case.country):
        raise CannotChange(
            _(
                "It is somebody’s own only in a country other than that of the events: say first where it stands."
            )
        )
    if capacity not in NEEDS_SOURCE:
        return
    if not source or not date:
        raise CannotChange(
            _("Say who tells that it owns the employer or buys from it, and of which day that is.")
        )
    try:
        source_date(date)
    except CannotUse as error:
        raise CannotChange(str(error)) from error
