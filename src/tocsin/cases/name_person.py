"""Whether, and how, a person at risk may be named in public."""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_hold_on
from .changed import names_changed
from .elsewhere.hold import hold_elsewhere, hold_here, lift_elsewhere
from .errors import CannotChange
from .models import HeldBecause, Naming, PersonAtRisk
from .naming_rules import check_alias, check_child, check_consent, check_ground
from .one_person import all_rows
from .set_naming import NAMED_BY, set_naming, show_names, withhold
from .shown_more.gate import NeedsAnother, needs_another


@dataclass(frozen=True)
class HowNamed:
    """How a person is to be named in public, and on what ground; `is_confirmed` for the full name of a child."""

    naming: str
    basis: str
    note: str
    alias: str = ""
    is_confirmed: bool = False


@transaction.atomic
def show_name(
    person: PersonAtRisk,
    naming: str,
    basis: str,
    note: str,
    by: Member | None,
    *,
    alias: str = "",
    is_confirmed: bool = False,
) -> None:
    """Lets the name be shown in full, by initials or by another name; `is_confirmed` for the full name of a child.

    Raises CannotChange without a ground and its note, and where consent was withdrawn; NeedsAnother where it would
    be public at once and two people decide.
    """
    must_hold_on(person.case, by, Role.REVIEWER)
    how = HowNamed(naming, basis, note, alias, is_confirmed)
    _check(person, how)
    if needs_another(person.case, by):
        raise NeedsAnother(person.case, {"person": person.pk, **asdict(how)})
    _name(person, how, by)


@transaction.atomic
def name_shown(person: PersonAtRisk, how: HowNamed, by: Member | None) -> None:
    """What `show_name` does once another person has agreed. Raises CannotChange where it may be no more."""
    _check(person, how)
    _name(person, how, by)


def _check(person: PersonAtRisk, how: HowNamed) -> None:
    if how.naming not in (Naming.FULL, Naming.INITIALS, Naming.ALIAS):
        raise CannotChange(_("Choose how the name is to be shown: in full, by initials, or by another name."))
    check_ground(how.basis, how.note)
    check_consent(person)
    check_alias(person, how.naming, how.alias)
    check_child(person, how.naming, how.is_confirmed)


def _name(person: PersonAtRisk, how: HowNamed, by: Member | None) -> None:
    was, note = as_it_is(person, NAMED_BY), how.note.strip()
    person.alias = how.alias.strip()[:120] if how.naming == Naming.ALIAS else ""
    set_naming(person, how.naming, how.basis, note, by)
    show_names(person, is_shown=True)
    entry = record("person.name_shown", person, by, naming=how.naming, basis=how.basis, note=note)
    keep_revision(entry, person, was, within=person.case)
    lift_elsewhere(person, HeldBecause.WITHHELD)
    hold_here(person)
    names_changed(person.case)


@transaction.atomic
def withhold_name(person: PersonAtRisk, by: Member | None) -> None:
    """Takes the name out of everything public. The ground it was shown on stays in the audit trail.

    Where it was shown, whoever bears it in another case is held back there until somebody looks.
    """
    must_hold_on(person.case, by, Role.REVIEWER)
    was_shown = any(one.naming != Naming.WITHHELD for one in all_rows(person))
    withhold(person, by)
    if was_shown:
        hold_elsewhere(person, HeldBecause.WITHHELD)
