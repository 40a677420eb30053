"""All that the reader proposes for one report, and its written form."""

import json
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Literal

from .calls import Ask, Demand
from .contacts import Contact, Link
from .incidents import Incident
from .people import Group, Official, Organisation, Person
from .span import Span, Spans
from .statements import Passage, Statement

SCHEMA = "tocsin-draft/1"
Use = Literal["used", "opinion", "background", "furniture", "unplaced"]


@dataclass(frozen=True)
class Source:
    """`sha256` is of the bytes as received; `published` is EDTF; `text` is what all spans point into."""

    sha256: str
    name: str
    media_type: str
    characters: int
    language: str | None
    published: str | None
    text: str


@dataclass(frozen=True)
class EventCountry:
    code: str
    spans: Spans


@dataclass(frozen=True)
class Warning:
    code: str
    message: str
    spans: Spans


@dataclass(frozen=True)
class Placed:
    """One sentence or line, and what became of it."""

    span: Span
    use: Use


@dataclass(frozen=True)
class Draft:
    source: Source
    headline: Passage | None = None
    country: EventCountry | None = None
    people: tuple[Person, ...] = ()
    groups: tuple[Group, ...] = ()
    officials: tuple[Official, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    incidents: tuple[Incident, ...] = ()
    demands: tuple[Demand, ...] = ()
    asks: tuple[Ask, ...] = ()
    contacts: tuple[Contact, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    warnings: tuple[Warning, ...] = ()
    coverage: tuple[Placed, ...] = ()
    schema: str = field(default=SCHEMA)

    def as_json(self) -> dict[str, Any]:
        """Plain dicts and lists that hold to `draft.schema.json`."""
        written: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return written


@cache
def draft_schema() -> dict[str, Any]:
    """The JSON Schema that every written draft holds to."""
    text = resources.files(__package__).joinpath("draft.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
