"""What a reviewer decided on a statement, kept where it is made anew though its words are what they were."""

from collections.abc import Iterable

from tocsin.cases.access import holds_on
from tocsin.cases.models import Claim, ClaimState, Subject
from tocsin.members.models import Member, Role

from .statements import standing_claims


def keep_decision(subject: Subject, former: Iterable[Claim], by: Member | None) -> None:
    """`former` are its claims before. Who may not review keeps nothing accepted: she has changed who said it, or when."""
    was = {claim.predicate: claim for claim in former}
    made = {claim.predicate: claim for claim in standing_claims(subject)}
    if not _is_same(was.get("gist"), made["gist"]):
        return
    may_accept = by is not None and holds_on(subject.case, by, Role.REVIEWER)
    for claim in made.values():
        before = was.get(claim.predicate)
        _decide(claim, before if _is_same(before, claim) else None, was["gist"], may_accept)
    Claim.objects.bulk_update(made.values(), ["state", "accepted_by", "accepted_at", "may_be_shown"])


def _is_same(before: Claim | None, now: Claim) -> bool:
    return before is not None and (before.value, before.stance) == (now.value, now.stance)


def _decide(claim: Claim, before: Claim | None, gist: Claim, may_accept: bool) -> None:
    """As the same claim before was decided; what is new in it as the words were, and it is not shown."""
    decided = before or gist
    if decided.state == ClaimState.ACCEPTED and not may_accept:
        return
    claim.state, claim.accepted_by_id = decided.state, decided.accepted_by_id
    claim.accepted_at = decided.accepted_at
    claim.may_be_shown = before is not None and before.may_be_shown
