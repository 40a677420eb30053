"""Whom to write to, as printed."""

from dataclasses import dataclass, field

from .span import FieldSpans, Spans


@dataclass(frozen=True)
class Number:
    """A phone or fax number; `e164` is what would be dialled today, `repaired` says in words what was mended."""

    as_written: str
    e164: str | None
    valid: bool
    repaired: str | None = None


@dataclass(frozen=True)
class Contact:
    """One printed entry. Countries are ISO 3166-1 alpha-2; `same_as` is the index of an earlier entry."""

    role: str
    kind: str
    office: str | None
    person: str | None
    of_country: str | None
    in_country: str | None
    serves: tuple[str, ...]
    address: str | None
    phones: tuple[Number, ...]
    faxes: tuple[Number, ...]
    emails: tuple[str, ...]
    redacted_emails: int
    spans: Spans
    warnings: tuple[str, ...] = ()
    field_spans: FieldSpans = field(default_factory=dict)
    confidence: float = 1.0
    rule: str = ""
    same_as: int | None = None


@dataclass(frozen=True)
class Link:
    url: str
    kind: str
    spans: Spans
