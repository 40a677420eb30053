"""Whom an appeal is about, and who else stands in it."""

from dataclasses import dataclass, field

from .count import Count
from .span import FieldSpans, Spans


@dataclass(frozen=True)
class Person:
    """A person at risk. `status` and `also` are codes of the draft schema; `since` is EDTF."""

    name: str
    role: str | None
    status: str
    spans: Spans
    aliases: tuple[str, ...] = ()
    since: str | None = None
    charge: str | None = None
    penalty: str | None = None
    also: tuple[str, ...] = ()
    field_spans: FieldSpans = field(default_factory=dict)
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True)
class Group:
    """People at risk without names."""

    label: str
    count: Count | None
    status: str
    spans: Spans
    field_spans: FieldSpans = field(default_factory=dict)
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True)
class Official:
    """An office holder; `name` is None where only the office is given."""

    name: str | None
    office: str
    spans: Spans
    field_spans: FieldSpans = field(default_factory=dict)
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True)
class Organisation:
    name: str
    kind: str
    spans: Spans
    field_spans: FieldSpans = field(default_factory=dict)
    confidence: float = 1.0
    rule: str = ""
