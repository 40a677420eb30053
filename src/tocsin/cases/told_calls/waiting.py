"""The told calls that nobody has looked at yet, office by office."""

from collections import Counter
from dataclasses import dataclass

from tocsin.cases.models import Case, InquiryOutcome, ToldCall, ToldCallState
from tocsin.directory.models import ContactPoint, Office

A_PAGE = 100


@dataclass(frozen=True)
class OfficeCalls:
    """`counts` are pairs of an outcome's words and how often it was told; `dead` are the numbers said not to work."""

    office: Office
    calls: tuple[ToldCall, ...]
    counts: tuple[tuple[str, int], ...]
    dead: tuple[tuple[ContactPoint, int], ...]


def told_by_office(case: Case) -> list[OfficeCalls]:
    """The office of which most is told first; of all calls the oldest `A_PAGE`."""
    waiting = case.told_calls.filter(state=ToldCallState.WAITING).select_related("office", "point")
    by_office: dict[Office, list[ToldCall]] = {}
    for call in waiting[:A_PAGE]:
        by_office.setdefault(call.office, []).append(call)
    found = [_calls_of(office, calls) for office, calls in by_office.items()]
    return sorted(found, key=lambda each: len(each.calls), reverse=True)


def _calls_of(office: Office, calls: list[ToldCall]) -> OfficeCalls:
    outcomes = Counter(str(call.get_outcome_display()) for call in calls)
    dead = Counter(call.point for call in calls if call.outcome == InquiryOutcome.WRONG_NUMBER)
    return OfficeCalls(office, tuple(calls), tuple(outcomes.most_common()), tuple(dead.most_common()))
