"""Numbers drawn as bars of one scale."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """`percent` is of the longest bar, at least one where the number is not zero."""

    key: str
    label: str
    number: int
    percent: int


def bars(numbers: Iterable[tuple[str, str, int]]) -> list[Bar]:
    """A bar for each (key, label, number)."""
    rows = list(numbers)
    longest = max((number for _key, _label, number in rows), default=0)
    return [Bar(key, str(label), n, _percent(n, longest)) for key, label, n in rows]


def _percent(number: int, longest: int) -> int:
    return max(1, round(100 * number / longest)) if number else 0
