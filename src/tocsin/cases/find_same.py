"""Finding what may be one: pairs of people, groups and incidents of a case, stored until a person judges them."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Q

from tocsin.reports.models import Report

from .judge import JUDGED_KINDS
from .models import Case, SameProposal, Subject
from .sameness.blocks import Blocks, group_blocks, incident_blocks, pairs_to_compare, person_blocks
from .sameness.gather import Gathered, gather
from .sameness.likeness import Likeness
from .sameness.same_group import GROUP_FROM, same_group
from .sameness.same_incident import PROPOSED_FROM, same_incident
from .sameness.same_person import PERSON_FROM, same_person

Found = tuple[int, int, Likeness]


def find_same(case: Case, report: Report | None = None) -> int:
    """Stores the pairs that look like one: of what `report` tells with all else, or of everything. How many there are.

    Two of one report are never proposed: it told them apart.
    """
    told = gather(case)
    new = {pk for pk, source in told.reports.items() if report is None or source == report.pk}
    found = list(_found(told, new))
    _forget(case, new, report is None)
    SameProposal.objects.bulk_create(
        SameProposal(left_id=later, right_id=earlier, score=like.score) for earlier, later, like in found
    )
    return len(found)


def find_same_of(subject: Subject) -> None:
    """The same for one subject whose claims have changed; nothing for a kind that is never joined."""
    if subject.kind not in JUDGED_KINDS:
        return
    told = gather(subject.case)
    SameProposal.objects.filter(Q(left=subject) | Q(right=subject)).delete()
    SameProposal.objects.bulk_create(
        SameProposal(left_id=later, right_id=earlier, score=like.score)
        for earlier, later, like in _found(told, {subject.pk})
    )


def _found(told: Gathered, new: set[int]) -> Iterator[Found]:
    yield from _pairs(told.people, told.reports, new, person_blocks, same_person, PERSON_FROM)
    yield from _pairs(told.groups, told.reports, new, group_blocks, same_group, GROUP_FROM)
    yield from _pairs(told.incidents, told.reports, new, incident_blocks, same_incident, PROPOSED_FROM)


def _pairs(
    told: dict[int, Any],
    reports: dict[int, int],
    new: set[int],
    blocks_of: Callable[[Any], Blocks],
    compare: Callable[[Any, Any], Likeness],
    least: float,
) -> Iterator[Found]:
    blocks = {pk: blocks_of(one) for pk, one in told.items()}
    for one, other in sorted(set(pairs_to_compare(blocks, new & told.keys()))):
        if reports[one] == reports[other]:
            continue
        like = compare(told[one], told[other])
        if like.score >= least:
            yield one, other, like


def _forget(case: Case, subjects: Iterable[int], everything: bool) -> None:
    proposals = SameProposal.objects.filter(left__case=case)
    ours = proposals if everything else proposals.filter(Q(left__in=subjects) | Q(right__in=subjects))
    ours.delete()
