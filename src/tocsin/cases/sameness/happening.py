"""An incident as one report tells it, in plain values: what the comparison works on."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Spot:
    """Where it happened; `country` is ISO 3166-1 alpha-2 or empty, degrees where the report's reader knew them."""

    name: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Happening:
    """`type` is a code of `incident-types.csv`, `date` EDTF or what a report says instead; counts are (low, high).

    `who` are people and groups as printed, `by` those who did it; `words` the report's own, in `language`.
    """

    type: str
    date: str = ""
    spot: Spot = field(default_factory=Spot)
    count: tuple[int, int] | None = None
    who: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    words: str = ""
    planned: bool = False
