"""Why two subjects of a case look like one, worked out when somebody looks."""

from tocsin.cases.models import Case, SameProposal, SubjectKind

from .gather import Gathered, gather
from .likeness import Likeness
from .same_group import same_group
from .same_incident import same_incident
from .same_person import same_person


def explain(case: Case, proposals: list[SameProposal]) -> list[Likeness]:
    """One for each proposal, with the sides as the proposal has them."""
    told = gather(case, {pk for p in proposals for pk in (p.left_id, p.right_id)})
    return [_likeness(told, p.left.kind, p.left_id, p.right_id) for p in proposals]


def _likeness(told: Gathered, kind: str, left: int, right: int) -> Likeness:
    """Nothing where a side has no claim left that tells of it."""
    if kind == SubjectKind.PERSON and {left, right} <= told.people.keys():
        return same_person(told.people[left], told.people[right])
    if kind == SubjectKind.GROUP and {left, right} <= told.groups.keys():
        return same_group(told.groups[left], told.groups[right])
    if kind == SubjectKind.INCIDENT and {left, right} <= told.incidents.keys():
        return same_incident(told.incidents[left], told.incidents[right])
    return Likeness(0.0)
