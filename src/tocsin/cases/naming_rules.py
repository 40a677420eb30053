"""What must be so before a name is shown: a ground, no consent withdrawn since, and more for a child."""

from django.utils.translation import gettext as _

from .consent_stands import consent_stands
from .elsewhere.held import taken_back_at
from .errors import CannotChange
from .mask import Mask
from .models import Claim, Consent, ConsentBasis, Naming, PersonAtRisk
from .names import NAME_PREDICATES
from .one_subject import one_subject


def check_ground(basis: str, note: str) -> None:
    if basis not in ConsentBasis.values or not basis:
        raise CannotChange(_("Say on what ground the name may be shown."))
    if not note.strip():
        raise CannotChange(_("Say who agreed and when, or where the name was published."))


def check_consent(person: PersonAtRisk) -> None:
    """Raises CannotChange where consent was withdrawn and none was given since."""
    people = [one.pk for one in one_subject(person)]
    if not consent_stands(Consent.objects.filter(person__in=people), taken_back_at(people)):
        raise CannotChange(_("Consent was withdrawn. Record a new one before the name is shown again."))


def check_child(person: PersonAtRisk, naming: str, is_confirmed: bool) -> None:
    """The full name of a child needs consent of the family or a lawyer, and a second confirmation."""
    people = PersonAtRisk.objects.filter(pk__in=[one.pk for one in one_subject(person)])
    if naming != Naming.FULL or not any(one.is_minor for one in people):
        return
    standing = Consent.objects.filter(person__in=people, basis=ConsentBasis.FAMILY, withdrawn_at=None)
    if not standing.exists():
        raise CannotChange(
            _(
                "This person is under 18: record consent of the family or lawyer before the full name is shown."
            )
        )
    if not is_confirmed:
        raise CannotChange(_("This person is under 18: tick that the full name is to be shown all the same."))


def check_alias(person: PersonAtRisk, naming: str, alias: str) -> None:
    """Another name must not hold a part of the true one."""
    if naming != Naming.ALIAS:
        return
    if not alias.strip():
        raise CannotChange(_("Write the other name by which the person is shown."))
    if Mask(dict.fromkeys(_names(person), "")).touches(alias):
        raise CannotChange(_("The other name holds a part of the true one. Choose one that tells nobody."))


def _names(person: PersonAtRisk) -> set[str]:
    claims = Claim.objects.filter(subject__in=one_subject(person), predicate__in=NAME_PREDICATES)
    values = claims.values_list("value", flat=True)
    return {name for value in values for name in ([value] if isinstance(value, str) else value)}
