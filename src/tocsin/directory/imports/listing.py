"""What a list says, row by row, before it is compared with anything."""

from collections import Counter
from dataclasses import dataclass, field

from tocsin.terms.offices import Office


@dataclass(frozen=True)
class Row:
    """`office.key` and every other field are empty where the row says nothing of them.

    `is_named`: the list itself names the office; otherwise its name is made of kind, country and city.
    """

    line: int
    office: Office
    is_named: bool = False


@dataclass(frozen=True)
class Bad:
    """A row that cannot be taken, and the mend."""

    line: int
    sentence: str


@dataclass
class Listing:
    """`columns`: each heading with the field that it was taken for, or ''. `left_out`: reason -> rows.

    `is_complete`: what the list does not name of a sender, its source no longer states.
    """

    rows: list[Row] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    columns: list[tuple[str, str]] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    is_complete: bool = False
