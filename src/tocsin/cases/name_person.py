"""Whether, and how, a person at risk may be named in public."""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_hold_on
from .changed import case_changed
from .end_exports import end_exports
from .errors import CannotChange
from .models import Claim, ClaimState, ConsentBasis, Naming, PersonAtRisk
from .naming_rules import check_alias, check_child, check_consent, check_ground
from .one_person import all_rows
from .one_subject import one_subject
from .shown_more.gate import NeedsAnother, needs_another

NAMED_BY = ("naming", "alias", "consent_basis", "consent_note")


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
    _set(person, how.naming, how.basis, note, by)
    _show_names(person, is_shown=True)
    if was["naming"] != Naming.WITHHELD:
        end_exports(person.case, only_public=True)
    entry = record("person.name_shown", person, by, naming=how.naming, basis=how.basis, note=note)
    keep_revision(entry, person, was, within=person.case)
    case_changed(person.case)


@transaction.atomic
def withhold_name(person: PersonAtRisk, by: Member | None) -> None:
    """Takes the name out of everything public. The ground it was shown on stays in the audit trail.

    Of all who were judged to be the person, so that none of them is named again where that is undone.
    """
    must_hold_on(person.case, by, Role.REVIEWER)
    for one in all_rows(person):
        was = as_it_is(one, NAMED_BY)
        _set(one, Naming.WITHHELD, ConsentBasis.NONE, "", by)
        keep_revision(record("person.name_withheld", one, by), one, was, within=one.case)
    _show_names(person, is_shown=False)
    end_exports(person.case, only_public=True)
    case_changed(person.case)


def _set(person: PersonAtRisk, naming: str, basis: str, note: str, by: Member | None) -> None:
    is_shown = naming != Naming.WITHHELD
    person.naming, person.consent_basis, person.consent_note = naming, basis, note[:300]
    person.consent_by, person.consent_at = (by, timezone.now()) if is_shown else (None, None)
    person.save(update_fields=[*NAMED_BY, "consent_by", "consent_at"])


def _show_names(person: PersonAtRisk, is_shown: bool) -> None:
    names = Claim.objects.filter(subject__in=one_subject(person), predicate="name")
    names.update(may_be_shown=False)
    if is_shown:
        names.filter(state=ClaimState.ACCEPTED, withdrawn_at=None).update(may_be_shown=True)
