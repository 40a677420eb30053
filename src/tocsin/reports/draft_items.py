"""A stored draft, item by item, as a review asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .fields import FIELDS, Field
from .kinds.coded import Reference
from .models import Section

Spans = list[list[int]]


@dataclass(frozen=True)
class ProposedField:
    name: str
    value: Any
    spans: Spans


@dataclass(frozen=True)
class ProposedItem:
    section: str
    position: int
    spans: Spans
    confidence: float | None
    rule: str
    warnings: list[str]
    fields: tuple[ProposedField, ...]


def items_of(draft: dict[str, Any]) -> Iterator[ProposedItem]:
    """Every item of a draft with the fields that it fills, in the order of the sections."""
    yield from _source(draft)
    for section in FIELDS:
        if section != Section.SOURCE:
            for position, item in enumerate(draft[section]):
                yield item_of(section, position, item)


def _source(draft: dict[str, Any]) -> Iterator[ProposedItem]:
    fields = tuple(_source_fields(draft))
    spans = [span for f in fields for span in f.spans]
    if fields:
        yield ProposedItem(Section.SOURCE, 0, spans, None, "", [], fields)


def _source_fields(draft: dict[str, Any]) -> Iterator[ProposedField]:
    if headline := draft["headline"]:
        yield ProposedField("headline", headline["text"], headline["spans"])
    if country := draft["country"]:
        yield ProposedField("country", country["code"], country["spans"])


def item_of(section: str, position: int, item: dict[str, Any]) -> ProposedItem:
    """One item of a written draft, at a place in its section."""
    fields = [_field(item, f.name) for f in FIELDS[section] if not _is_empty(f, item.get(f.name))]
    return ProposedItem(
        section,
        position,
        item["spans"],
        item.get("confidence"),
        item.get("rule", ""),
        item.get("warnings", []),
        tuple(fields),
    )


def _field(item: dict[str, Any], name: str) -> ProposedField:
    value = item.get(name)
    spans = item.get("field_spans", {}).get(name, item["spans"])
    if isinstance(value, dict) and "spans" in value:
        return ProposedField(name, value["text"], value["spans"])
    return ProposedField(name, value, spans)


def _is_empty(field: Field, value: Any) -> bool:
    """Nothing proposed. A reference may be 0: the first item."""
    return value is None if isinstance(field.kind, Reference) else not value
