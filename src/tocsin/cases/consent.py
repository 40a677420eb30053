"""Consent to be written about: who gave it, when and how; and its withdrawal, which withholds the name at once."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.kinds.past import PastDate, is_before

from .access import must_hold_on
from .elsewhere.hold import hold_elsewhere
from .errors import CannotChange
from .history.forget import forget_person
from .models import Consent, ConsentBasis, ConsentWay, HeldBecause, PersonAtRisk, Relay
from .one_subject import one_subject
from .set_naming import withhold

HOW_GIVEN = ("basis", "given_by", "given_on", "way", "note")
HOW_WITHDRAWN = ("withdrawn_on", "withdrawal_note")
GIVEN = (ConsentBasis.PERSON, ConsentBasis.FAMILY)


@transaction.atomic
def record_consent(
    person: PersonAtRisk, basis: str, given_by: str, given_on: str, way: str, note: str, by: Member | None
) -> Consent:
    """Notes it. Nothing is shown by it alone: the naming rule says what is. `given_on` is EDTF. Raises CannotChange."""
    must_hold_on(person.case, by, Role.REVIEWER)
    if basis not in GIVEN or way not in ConsentWay.values:
        raise CannotChange(_("Say who agreed, the person or the family or lawyer, and how."))
    if not given_by.strip():
        raise CannotChange(_("Say who it was: a name, or their part, such as “her sister”."))
    consent = Consent.objects.create(
        person=person,
        basis=basis,
        given_by=given_by.strip()[:200],
        given_on=_date(given_on),
        way=way,
        note=note.strip()[:500],
        recorded_by=by,
    )
    entry = record("person.consent_recorded", person, by, consent=consent.pk, basis=basis, way=way)
    keep_revision(entry, consent, {}, as_it_is(consent, HOW_GIVEN), within=person.case)
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, withdrawn_on: str, note: str, by: Member | None) -> None:
    """The name is withheld from everything public at once, whatever else it was shown on. Raises CannotChange."""
    must_hold_on(consent.person.case, by, Role.REVIEWER)
    locked = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    if locked.withdrawn_at:
        raise CannotChange(_("This consent was withdrawn already."))
    was = as_it_is(locked, HOW_WITHDRAWN)
    locked.withdrawn_on, locked.withdrawal_note = _date(withdrawn_on), note.strip()[:500]
    if is_before(locked.withdrawn_on, locked.given_on):
        raise CannotChange(_("It cannot be withdrawn before it was given. Check the two dates."))
    locked.withdrawn_by, locked.withdrawn_at = by, timezone.now()
    locked.save()
    entry = record("person.consent_withdrawn", consent.person, by, consent=locked.pk)
    keep_revision(entry, locked, was, within=consent.person.case)
    _take_back(consent.person, by)


@transaction.atomic
def withdraw_all(person: PersonAtRisk, by: Member | None) -> None:
    """Every consent of hers that stands, today: she withdrew it in another case, and a reviewer said that it is she."""
    today = timezone.localdate().isoformat()
    for consent in consents_of(person).filter(withdrawn_at=None):
        was = as_it_is(consent, HOW_WITHDRAWN)
        consent.withdrawn_on, consent.withdrawn_by, consent.withdrawn_at = today, by, timezone.now()
        consent.save(update_fields=["withdrawn_on", "withdrawn_by", "withdrawn_at"])
        entry = record("person.consent_withdrawn", consent.person, by, consent=consent.pk)
        keep_revision(entry, consent, was, within=consent.person.case)
    _take_back(person, by)


def _take_back(person: PersonAtRisk, by: Member | None) -> None:
    # Callers have no account here: what they were let see with consent goes with it.
    Relay.objects.filter(case=person.case).update(callers_see_names=False)
    withhold(person, by)
    hold_elsewhere(person, HeldBecause.CONSENT)
    forget_person(person)


def consents_of(person: PersonAtRisk) -> QuerySet[Consent]:
    people = [one.pk for one in one_subject(person)]
    return Consent.objects.filter(person__in=people).select_related("recorded_by", "withdrawn_by")


def _date(typed: str) -> str:
    try:
        return PastDate().read(typed)
    except CannotRead as error:
        raise CannotChange(str(error)) from error
