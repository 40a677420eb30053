"""Bringing back how a person was named. Never what rests on a consent that was withdrawn."""

from tocsin.members.models import Member
from tocsin.members.revise import State

from ..minors import set_minor
from ..models import Naming, PersonAtRisk
from ..name_person import show_name, withhold_name
from ..set_naming import NAMED_BY


def restore_person(pk: int, before: State, by: Member) -> None:
    """Raises CannotChange where the naming rules do not allow it today, whatever they allowed then."""
    person = PersonAtRisk.objects.select_related("case").get(pk=pk)
    if "is_minor" in before:
        set_minor(person, before["is_minor"], by)
    rule = {name: before.get(name, getattr(person, name)) for name in NAMED_BY}
    if set(before) & set(NAMED_BY):
        if rule["naming"] == Naming.WITHHELD:
            withhold_name(person, by)
        else:
            show_name(
                person, rule["naming"], rule["consent_basis"], rule["consent_note"], by, alias=rule["alias"]
            )
