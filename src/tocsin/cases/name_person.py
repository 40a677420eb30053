"""Whether, and how, a person at risk may be named in public."""

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
from .one_subject import one_subject
from .shown_more.gate import NeedsAnother, Wish, needs_another

NAMED_BY = ("naming", "alias", "consent_basis", "consent_note")


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
    given: Wish = {
        "naming": naming,
        "basis": basis,
        "note": note,
        "alias": alias,
        "is_confirmed": is_confirmed,
    }
    _check(person, naming, basis, note, alias, is_confirmed)
    if needs_another(person.case, by):
        raise NeedsAnother(person.case, {"person": person.pk, **given})
    name_shown(person, by=by, **given)


@transaction.atomic
def name_shown(
    person: PersonAtRisk,
    naming: str,
    basis: str,
    note: str,
    by: Member | None,
    *,
    alias: str = "",
    is_confirmed: bool = False,
) -> None:
    """What `show_name` does once it is clear that it may: for acts that asked before. Raises CannotChange."""
    _check(person, naming, basis, note, alias, is_confirmed)
    was = as_it_is(person, NAMED_BY)
    person.alias = alias.strip()[:120] if naming == Naming.ALIAS else ""
    _set(person, naming, basis, note.strip(), by)
    entry = record("person.name_shown", person, by, naming=naming, basis=basis, note=note.strip())
    keep_revision(entry, person, was, within=person.case)


def _check(person: PersonAtRisk, naming: str, basis: str, note: str, alias: str, is_confirmed: bool) -> None:
    if naming not in (Naming.FULL, Naming.INITIALS, Naming.ALIAS):
        raise CannotChange(_("Choose how the name is to be shown: in full, by initials, or by another name."))
    check_ground(basis, note)
    check_consent(person)
    check_alias(person, naming, alias)
    check_child(person, naming, is_confirmed)


@transaction.atomic
def withhold_name(person: PersonAtRisk, by: Member | None) -> None:
    """Takes the name out of everything public. The ground it was shown on stays in the audit trail."""
    must_hold_on(person.case, by, Role.REVIEWER)
    was = as_it_is(person, NAMED_BY)
    _set(person, Naming.WITHHELD, ConsentBasis.NONE, "", by)
    end_exports(person.case, only_public=True)
    keep_revision(record("person.name_withheld", person, by), person, was, within=person.case)


def _set(person: PersonAtRisk, naming: str, basis: str, note: str, by: Member | None) -> None:
    is_shown = naming != Naming.WITHHELD
    person.naming, person.consent_basis, person.consent_note = naming, basis, note[:300]
    person.consent_by, person.consent_at = (by, timezone.now()) if is_shown else (None, None)
    person.save()
    names = Claim.objects.filter(subject__in=one_subject(person), predicate="name")
    names.update(may_be_shown=False)
    if is_shown:
        names.filter(state=ClaimState.ACCEPTED, withdrawn_at=None).update(may_be_shown=True)
    case_changed(person.case)
