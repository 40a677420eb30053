"""How likely two groups without names, each told of by its own report, are one; and why."""

from rapidfuzz.fuzz import token_set_ratio

from .compare_counts import compare_counts
from .compare_people import kinds_of
from .likeness import Likeness, Reason
from .told import ToldGroup

GROUP_FROM = 0.6
_ALIKE = 80


def same_group(one: ToldGroup, other: ToldGroup) -> Likeness:
    """By what they are called and how many they are: a group of nine and one of two thousand are not one."""
    name = _name(one.label, other.label)
    reasons = [name]
    if count := compare_counts(one.count, other.count, ["group"]):
        reasons.append(count)
    score = 0.25 + (name.weight * 0.4)
    score += {"count_same": 0.35, "count_near": 0.15}.get(reasons[-1].code, -0.3 if len(reasons) > 1 else 0.0)
    return Likeness(min(1.0, max(0.0, score)), tuple(reasons))


def _name(one: str, other: str) -> Reason:
    if one.casefold() == other.casefold() or token_set_ratio(one, other) >= _ALIKE:
        return Reason("label_same", 1.0, one, other)
    left, right = kinds_of((one,)), kinds_of((other,))
    if left and right and left & right:
        return Reason("label_kind", 0.3, one, other)
    return Reason("label_other", -1.0, one, other)
