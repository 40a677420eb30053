"""How many people, as exactly as the text says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Count:
    """`high` is None where the text gives no upper bound: 'hundreds' is 200 to None."""

    low: int
    high: int | None
    text: str
