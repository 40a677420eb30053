"""How likely two incidents, each told by its own report, are one; and why."""

from math import exp

from .compare_counts import compare_counts
from .compare_dates import compare_dates
from .compare_people import compare_people
from .compare_places import compare_places
from .compare_types import compare_types
from .compare_words import compare_words
from .happening import Happening
from .likeness import Likeness, Reason

PROPOSED_FROM = 0.6
# Two incidents of one case that nothing is known of are seldom one.
_PRIOR = -3.4


def same_incident(one: Happening, other: Happening) -> Likeness:
    """Each comparison adds its weight to the log-odds; `PROPOSED_FROM` is where a pair is worth a person's look."""
    reasons = [
        compare_types(one.type, other.type),
        compare_dates(one.date, other.date),
        compare_places(one.spot, other.spot),
        *compare_people(one, other),
        *compare_words(one.words, other.words),
    ]
    if counts := compare_counts(one.count, other.count, (one.type, other.type)):
        reasons.append(counts)
    if one.planned != other.planned:
        reasons.append(Reason("planned_other", -0.3))
    return Likeness(_score(reasons), tuple(reasons))


def _score(reasons: list[Reason]) -> float:
    return 1 / (1 + exp(-(_PRIOR + sum(reason.weight for reason in reasons))))
