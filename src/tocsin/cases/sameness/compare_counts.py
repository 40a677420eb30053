"""Whether two counts may be of one thing."""

from collections.abc import Iterable

from tocsin.terms.incidents import incident_types

from .likeness import Reason

# Tolls compete for months: officials count 15, others 70, and mean one day.
_TOLLS = {"killing", "violence", "arrest", "strike", "protest", "hunger_strike", "dispersal"}
_ROUND = 1.5
_FAR = 3.0
_FEWEST_OF_A_TOLL = 5


def compare_counts(
    one: tuple[int, int] | None, other: tuple[int, int] | None, codes: Iterable[str]
) -> Reason | None:
    """`codes` are the types of the two. None where one side gives no count, or both say one."""
    if not one or not other or one == other == (1, 1):
        return None
    says = (_words(one), _words(other))
    if one[0] <= other[1] and other[0] <= one[1]:
        return Reason("count_same", 1.5 if max(one) >= 10 else 1.0, *says)
    ratio = max(other[0] / max(one[1], 1), one[0] / max(other[1], 1))
    if ratio <= _ROUND:
        return Reason("count_near", 0.4, *says)
    is_toll = min(one[1], other[1]) >= _FEWEST_OF_A_TOLL and all(_is_toll(code) for code in codes)
    if ratio <= _FAR:
        return Reason("count_differs", -0.2 if is_toll else -0.8, *says)
    return Reason("count_far", -0.5 if is_toll else -2.2, *says)


def _is_toll(code: str) -> bool:
    known = incident_types().get(code)
    return known is not None and known.family in _TOLLS


def _words(count: tuple[int, int]) -> str:
    low, high = count
    return str(low) if low == high else f"{low}–{high}"
