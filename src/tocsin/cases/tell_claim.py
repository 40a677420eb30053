"""How a claim was said: with what stance, how freely, when, and when it holds. What was said never changes by it."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.kinds.measured import Date
from tocsin.reports.kinds.past import PastDate

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .find_same import find_same_of
from .models import Circumstance, Claim, Stance
from .shown_more.gate import NeedsAnother, needs_another


@transaction.atomic
def tell_claim(
    claim: Claim,
    by: Member | None,
    *,
    stance: str,
    circumstance: str,
    asserted_by: str,
    said_at: str = "",
    holds_on: str = "",
) -> None:
    """Stores how it was said; dates are EDTF or empty. Raises CannotChange for what is no stance or date.

    Raises NeedsAnother where the claim is shown in public and two people decide.
    """
    must_hold_on(claim.subject.case, by, Role.REVIEWER)
    told = checked_telling(stance, circumstance, asserted_by, said_at, holds_on)
    changed = {name: value for name, value in told.items() if getattr(claim, name) != value}
    if changed and claim.may_be_shown and needs_another(claim.subject.case, by):
        raise NeedsAnother(claim.subject.case, {"claim": claim.pk, "told": changed})
    if changed:
        claim_told(claim, changed, by)


@transaction.atomic
def claim_told(claim: Claim, changed: dict[str, str], by: Member | None) -> None:
    """What `tell_claim` does, by itself or once another person has agreed."""
    was = as_it_is(claim, changed)
    for name, value in changed.items():
        setattr(claim, name, value)
    claim.save(update_fields=list(changed))
    # Whose word it is may have to be forgotten one day, and the trail forgets nothing: it names the fields alone.
    keep_revision(
        record("claim.told", claim, by, fields=list(changed)), claim, was, within=claim.subject.case
    )
    if "stance" in changed:
        find_same_of(claim.subject)
    case_changed(claim.subject.case)


def checked_telling(
    stance: str, circumstance: str, asserted_by: str, said_at: str, holds_on: str
) -> dict[str, str]:
    """The fields of a claim that tell how it was said. Raises CannotChange."""
    if stance not in Stance.values or circumstance not in Circumstance.values:
        raise CannotChange(_("Choose what the speaker does, and how free the speaker was."))
    return {
        "stance": stance,
        "circumstance": circumstance,
        "asserted_by": " ".join(asserted_by.split())[:200],
        "said_at": _date(said_at, PastDate()),
        "holds_on": _date(holds_on, Date()),
    }


def _date(typed: str, kind: Date) -> str:
    try:
        return kind.read(typed) if typed.strip() else ""
    except CannotRead as error:
        raise CannotChange(str(error)) from error
