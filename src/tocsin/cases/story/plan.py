"""What the project decided on the reports of the story, read from `review.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any


@dataclass(frozen=True)
class Item:
    """`begins`: how the item's main value begins, '*' for any; `number`: which of several such ones, from 1."""

    section: str
    begins: str
    number: int


@dataclass(frozen=True)
class Change:
    """A field that was left out (`value` None and nothing to add), corrected or added."""

    item: Item
    field: str
    value: Any = None


@dataclass(frozen=True)
class Decided:
    """What was decided on one report beside taking it as it was read."""

    file: str
    left_out: tuple[Item, ...]
    fields_left_out: tuple[Change, ...]
    corrected: tuple[Change, ...]
    added: tuple[Change, ...]


@dataclass(frozen=True)
class Plan:
    """`same`: files with the items that are one; `named`: people with their naming rule and its ground."""

    reports: tuple[Decided, ...]
    same: tuple[tuple[tuple[str, Item], ...], ...]
    named: tuple[tuple[Item, str, str], ...]


def plan() -> Plan:
    import yaml

    text = resources.files(__package__).joinpath("review.yaml").read_text(encoding="utf-8")
    told = yaml.safe_load(text)
    return Plan(
        tuple(_decided(row) for row in told["reports"]),
        tuple(tuple(_placed(one) for one in row) for row in told["same"]),
        tuple((_item(who), rule, why) for who, rule, why in told["named"]),
    )


def _decided(row: Mapping[str, Any]) -> Decided:
    left_out = row.get("leave_out", ())
    return Decided(
        row["file"],
        tuple(_item(one) for one in left_out if isinstance(one, str)),
        tuple(_change(one) for one in left_out if not isinstance(one, str)),
        tuple(_change(one) for one in row.get("correct", ())),
        tuple(_change(one) for one in row.get("add", ())),
    )


def _change(row: Mapping[str, Any]) -> Change:
    value = row.get("value")
    return Change(
        _item(row["item"]),
        row["field"],
        value if isinstance(value, dict | list) or value is None else str(value),
    )


def _placed(text: str) -> tuple[str, Item]:
    file, _colon, item = text.partition(": ")
    return file, _item(item)


def _item(text: str) -> Item:
    named, _mark, number = text.partition(" #")
    section, _blank, begins = named.partition(" ")
    return Item(section, begins, int(number or 1))
