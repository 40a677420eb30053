"""What happened. Types are the codes of `incident-types.csv`."""

import csv
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from .count import Count
from .span import FieldSpans, Spans


@dataclass(frozen=True)
class Place:
    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Incident:
    """`date` is EDTF level 1; `said_by` is None where the writer asserts it."""

    type: str
    date: str | None
    place: Place | None
    count: Count | None
    spans: Spans
    actors: tuple[str, ...] = ()
    affected: tuple[str, ...] = ()
    planned: bool = False
    said_by: str | None = None
    actors_count: Count | None = None
    field_spans: FieldSpans = field(default_factory=dict)
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True)
class IncidentType:
    code: str
    family: str
    label: str
    meaning: str


@cache
def incident_types() -> dict[str, IncidentType]:
    """Code -> type, as listed in `incident-types.csv` beside this file."""
    table = resources.files(__package__).joinpath("incident-types.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {r["code"]: IncidentType(r["code"], r["family"], r["label"], r["meaning"]) for r in rows}
