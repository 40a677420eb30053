"""Our own gate before a file leaves: the entities fit FollowTheMoney's schemata, to the letter of each value.

`schema.json` holds, of FollowTheMoney, the schemata and properties that we write: which are required, the type and the
greatest length of each, which schemata one may point to, and the codes of countries, languages and topics. Whatever
is not listed there is a mistake, though FollowTheMoney might know it.
"""

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

_KEYS = {"id", "schema", "properties", "datasets"}
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,254}")
_DATASET = re.compile(r"[a-z][a-z0-9_]*")
_FITS = {
    "checksum": re.compile(r"[0-9a-f]{40}"),
    "url": re.compile(r"https?://[^\s/]+\S*"),
    "number": re.compile(r"\d+(\.\d+)?"),
    "mimetype": re.compile(r"[\w.+-]+/[\w.+-]+"),
    "email": re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+"),
    "phone": re.compile(r"\+[1-9]\d{5,14}"),
}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def mistakes(lines: Iterable[str]) -> list[str]:
    """What would be refused or dropped, in words; empty for a file that is sound."""
    found: list[str] = []
    kinds: dict[str, str] = {}
    given: dict[str, set[str]] = {}
    pointing: set[tuple[str, str, str]] = set()
    for line in lines:
        entity = json.loads(line)
        if wrong := _misshapen(entity):
            found.append(wrong)
            continue
        found += _of_one(entity)
        if kinds.setdefault(entity["id"], entity["schema"]) != entity["schema"]:
            found.append(f"{entity['id']} is of two schemata")
        given.setdefault(entity["id"], set()).update(entity["properties"])
        pointing |= set(_pointing(entity))
    return found + _lacking(kinds, given) + _lost(kinds, pointing)


def _misshapen(entity: Any) -> str:
    """What makes an entity unreadable as a whole."""
    if not isinstance(entity, dict) or set(entity) != _KEYS:
        return f"{entity!r:.60} has not the four keys of an entity"
    key, datasets = entity["id"], entity["datasets"]
    if not isinstance(key, str) or not _ID.fullmatch(key):
        return f"{key!r:.60} is no id"
    if entity["schema"] not in _schemata():
        return f"{key}: no schema {entity['schema']}"
    if not isinstance(datasets, list) or len(datasets) != 1 or not _DATASET.fullmatch(str(datasets[0])):
        return f"{key}: {datasets!r:.60} is not one data set"
    return ""


def _of_one(entity: dict[str, Any]) -> list[str]:
    types = _schemata()[entity["schema"]]["properties"]
    found = []
    for name, values in entity["properties"].items():
        if not isinstance(values, list) or not values or len(set(map(str, values))) != len(values):
            found.append(f"{entity['id']}: {name} is no list of values, each once")
            continue
        found += [
            f"{entity['id']}: {name} cannot be {value!r}"
            for value in values
            if name not in types or not _fits(types[name], value)
        ]
    return found


def _fits(wanted: dict[str, Any], value: Any) -> bool:
    if not isinstance(value, str) or not value.strip() or len(value) > wanted.get("most", len(value)):
        return False
    kind = wanted["type"]
    if kind in _codes():
        return value in _codes()[kind]
    if kind == "date":
        return bool(_DATE.fullmatch(value)) and _is_day(value)
    return kind not in _FITS or bool(_FITS[kind].fullmatch(value))


def _is_day(value: str) -> bool:
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _pointing(entity: dict[str, Any]) -> Iterable[tuple[str, str, str]]:
    """Schema, property and the id that is pointed to."""
    types = _schemata()[entity["schema"]]["properties"]
    for name, values in entity["properties"].items():
        if types.get(name, {}).get("type") == "entity":
            yield from ((entity["schema"], name, str(value)) for value in values)


def _lacking(kinds: dict[str, str], given: dict[str, set[str]]) -> list[str]:
    return [
        f"{key} lacks {name}"
        for key, kind in kinds.items()
        for name in _schemata()[kind]["required"]
        if name not in given[key]
    ]


def _lost(kinds: dict[str, str], pointing: set[tuple[str, str, str]]) -> list[str]:
    """What points to nothing, or to what its property is not for."""
    found = []
    for schema, name, key in sorted(pointing):
        if key not in kinds:
            found.append(f"{key} is pointed to and not there")
        elif kinds[key] not in _schemata()[schema]["properties"][name]["range"]:
            found.append(f"{key} is a {kinds[key]} and cannot be {name} of a {schema}")
    return found


def _schemata() -> dict[str, Any]:
    return dict(_known()["schemata"])


def _codes() -> dict[str, list[str]]:
    return dict(_known()["codes"])


@cache
def _known() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("schema.json").read_text(encoding="utf-8")
    return dict(json.loads(text))
