"""How a person is named, as it is written down: by acts that have asked who may."""

from django.utils import timezone

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .changed import names_changed
from .models import Claim, ClaimState, ConsentBasis, Naming, PersonAtRisk
from .one_person import all_rows
from .one_subject import one_subject

NAMED_BY = ("naming", "alias", "consent_basis", "consent_note")


def withhold(person: PersonAtRisk, by: Member | None) -> None:
    """Of all who were judged to be the person, so that none of them is named again where that is undone."""
    for one in all_rows(person):
        was = as_it_is(one, NAMED_BY)
        set_naming(one, Naming.WITHHELD, ConsentBasis.NONE, "", by)
        keep_revision(record("person.name_withheld", one, by), one, was, within=one.case)
    show_names(person, is_shown=False)
    names_changed(person.case)


def set_naming(person: PersonAtRisk, naming: str, basis: str, note: str, by: Member | None) -> None:
    is_shown = naming != Naming.WITHHELD
    if naming == Naming.FULL:
        person.name_taken_back_at = None
    elif person.naming == Naming.FULL or not is_shown:
        person.name_taken_back_at = timezone.now()
    person.naming, person.consent_basis, person.consent_note = naming, basis, note[:300]
    person.consent_by, person.consent_at = (by, timezone.now()) if is_shown else (None, None)
    person.save(update_fields=[*NAMED_BY, "consent_by", "consent_at", "name_taken_back_at"])


def show_names(person: PersonAtRisk, is_shown: bool) -> None:
    names = Claim.objects.filter(subject__in=one_subject(person), predicate="name")
    names.update(may_be_shown=False)
    if is_shown:
        names.filter(state=ClaimState.ACCEPTED, withdrawn_at=None).update(may_be_shown=True)
