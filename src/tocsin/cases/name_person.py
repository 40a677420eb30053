"""Whether, and how, a person at risk may be named in public."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .models import Claim, ConsentBasis, Naming, PersonAtRisk


@transaction.atomic
def show_name(person: PersonAtRisk, naming: str, basis: str, note: str, by: Member | None) -> None:
    """Lets the name be shown in full or by initials. Raises CannotChange without a ground and its note."""
    must_hold_on(person.case, by, Role.REVIEWER)
    if naming not in (Naming.FULL, Naming.INITIALS):
        raise CannotChange(_("Choose how the name is to be shown: in full, or by initials."))
    if basis not in ConsentBasis.values or not basis:
        raise CannotChange(_("Say on what ground the name may be shown."))
    if not note.strip():
        raise CannotChange(_("Say who agreed and when, or where the name was published."))
    _set(person, naming, basis, note.strip(), by)
    record("person.name_shown", person, by, naming=naming, basis=basis, note=note.strip())


@transaction.atomic
def withhold_name(person: PersonAtRisk, by: Member | None) -> None:
    """Takes the name out of everything public. The ground it was shown on stays in the audit trail."""
    must_hold_on(person.case, by, Role.REVIEWER)
    _set(person, Naming.WITHHELD, ConsentBasis.NONE, "", by)
    record("person.name_withheld", person, by)


def _set(person: PersonAtRisk, naming: str, basis: str, note: str, by: Member | None) -> None:
    is_shown = naming != Naming.WITHHELD
    person.naming, person.consent_basis, person.consent_note = naming, basis, note[:300]
    person.consent_by, person.consent_at = (by, timezone.now()) if is_shown else (None, None)
    person.save()
    Claim.objects.filter(subject=person, predicate="name").update(may_be_shown=is_shown)
    case_changed(person.case)
