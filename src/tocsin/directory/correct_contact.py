"""Putting what a person found in the place of a contact point that is not right."""

from django.db import transaction

from tocsin.members.models import Member

from .add_contact import add_contact
from .models import ContactPoint
from .retire_contact import retire_contact


@transaction.atomic
def correct_contact(
    point: ContactPoint, value: str, source: str, source_date: str, by: Member
) -> ContactPoint:
    """The new point, confirmed; `point` is retired unless it says the same. Raises CannotUse."""
    found = add_contact(point.office, point.channel, value, source, source_date, by)
    if found.pk != point.pk:
        retire_contact(point, by, reason=f"corrected: {found.value}")
    return found
