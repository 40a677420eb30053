"""Whether a claim may be shown in public."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision, keep_revisions

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .models import Claim, ClaimState, SubjectKind
from .names import NAME_PREDICATES
from .shown_more.gate import NeedsAnother, needs_another


@transaction.atomic
def show_claim(claim: Claim, by: Member | None, shown: bool = True) -> None:
    """Lets one claim be shown, or no longer. Raises CannotChange for a name and for a withdrawn claim.

    Raises NeedsAnother where it would be public at once and two people decide.
    """
    must_hold_on(claim.subject.case, by, Role.REVIEWER)
    if shown and claim.withdrawn_at:
        raise CannotChange(_("This claim was withdrawn. Bring it back before showing it."))
    if shown and claim.state != ClaimState.ACCEPTED:
        raise CannotChange(_("This claim waits for review. Accept it before showing it."))
    if claim.subject.kind == SubjectKind.PERSON and claim.predicate in NAME_PREDICATES:
        raise CannotChange(_("A name is shown by its naming rule: say on what ground."))
    if shown and needs_another(claim.subject.case, by):
        raise NeedsAnother(claim.subject.case, {"claims": [claim.pk]})
    was = as_it_is(claim, ["may_be_shown"])
    claim.may_be_shown = shown
    claim.save(update_fields=["may_be_shown"])
    entry = record("claim.shown" if shown else "claim.hidden", claim, by)
    keep_revision(entry, claim, was, within=claim.subject.case)
    case_changed(claim.subject.case)


@transaction.atomic
def show_claims(claims: Iterable[Claim], by: Member | None, shown: bool = True) -> int:
    """The same for many claims of one case; names and withdrawn claims are passed over. The number changed."""
    found = Claim.objects.filter(pk__in=[claim.pk for claim in claims]).order_by("pk")
    given = list(found.select_related("subject__case"))
    changed = _changed(given, shown)
    for case in {claim.subject.case for claim in given}:
        must_hold_on(case, by, Role.REVIEWER)
        if shown and changed and needs_another(case, by):
            raise NeedsAnother(case, {"claims": [c.pk for c in changed]})
    return claims_shown(given, by, shown)


@transaction.atomic
def claims_shown(claims: Iterable[Claim], by: Member | None, shown: bool = True) -> int:
    """What `show_claims` does once it is clear that it may: for acts that asked before. The number changed."""
    changed = _changed(claims, shown)
    Claim.objects.filter(pk__in=[c.pk for c in changed]).update(may_be_shown=shown)
    if changed:
        act = "claims.shown" if shown else "claims.hidden"
        case = changed[0].subject.case
        entry = record(act, case, by, claims=[c.pk for c in changed])
        was, now = {"may_be_shown": not shown}, {"may_be_shown": shown}
        keep_revisions(entry, [(c, was, now) for c in changed], within=case)
        case_changed(case)
    return len(changed)


def _changed(claims: Iterable[Claim], shown: bool) -> list[Claim]:
    return [c for c in claims if c.may_be_shown != shown and (not shown or _can_be_shown(c))]


def _can_be_shown(claim: Claim) -> bool:
    is_name = claim.subject.kind == SubjectKind.PERSON and claim.predicate in NAME_PREDICATES
    return not is_name and not claim.withdrawn_at and claim.state == ClaimState.ACCEPTED
