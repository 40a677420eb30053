"""Bringing back how a claim was judged, told and shown. What was said itself never changes."""

from tocsin.members.models import Member
from tocsin.members.revise import State

from ..judge_claim import accept_claim, reject_claim
from ..models import Claim, ClaimState
from ..show_claim import show_claim
from ..tell_claim import tell_claim
from ..withdraw import restore_claim, withdraw_claim

TOLD = ("stance", "circumstance", "asserted_by", "said_at", "holds_on")


def restore_claim_state(pk: int, before: State, by: Member) -> None:
    """Raises CannotChange, such as for a claim of a sealed report."""
    claim = Claim.objects.select_related("subject__case", "report").get(pk=pk)
    if set(before) & set(TOLD):
        tell_claim(claim, by, **{name: before.get(name, getattr(claim, name)) for name in TOLD})
    if "state" in before:
        _judge(claim, before["state"], by)
        claim.refresh_from_db()
    if "withdrawn_at" in before:
        (withdraw_claim if before["withdrawn_at"] else restore_claim)(claim, by)
    if before.get("may_be_shown", claim.may_be_shown) != claim.may_be_shown:
        show_claim(claim, by, shown=before["may_be_shown"])


def _judge(claim: Claim, state: str, by: Member) -> None:
    """A claim that waited before somebody judged it is left out: nothing waits twice."""
    (accept_claim if state == ClaimState.ACCEPTED else reject_claim)(claim, by)
