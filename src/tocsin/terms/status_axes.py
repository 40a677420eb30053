"""The five axes on which a person's status is told, each a dated claim, never one field.

Codes are the rows of `status-axes.csv`; `esf` is list 25 of HURIDOCS' Events Standard Formats, where it has one.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

AXES = ("life", "liberty", "law", "work", "risk")

# A draft's status (`draft.schema.json`) -> axis and code. "other" says nothing that an axis could hold.
AXIS_OF_STATUS = {
    "missing": ("life", "missing"),
    "injured": ("life", "injured"),
    "killed": ("life", "dead"),
    "detained": ("liberty", "held"),
    "released": ("liberty", "released"),
    "in_hiding": ("liberty", "in_hiding"),
    "deported": ("liberty", "exiled"),
    "charged": ("law", "charged"),
    "sentenced": ("law", "convicted"),
    "on_strike": ("work", "on_strike"),
    "dismissed": ("work", "dismissed"),
    "threatened": ("risk", "threats"),
    "at_risk": ("risk", "not_said"),
}


@dataclass(frozen=True)
class StatusCode:
    """`label` is its English name; pages say it in their own language."""

    axis: str
    code: str
    esf: str
    label: str


@cache
def status_codes() -> dict[str, tuple[StatusCode, ...]]:
    """Axis -> its codes, in the order of the table."""
    table = resources.files(__package__).joinpath("status-axes.csv").read_text(encoding="utf-8")
    rows = [StatusCode(**row) for row in csv.DictReader(table.splitlines())]
    return {axis: tuple(row for row in rows if row.axis == axis) for axis in AXES}
