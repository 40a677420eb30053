"""Our own gate before a file leaves: the entities fit FollowTheMoney's schemata.

`schema.json` holds, of FollowTheMoney 4.11.2 (MIT), those schemata and properties that we write, with their types.
"""

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

_FITS = {
    "date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "country": re.compile(r"[a-z]{2}"),
    "language": re.compile(r"[a-z]{3}"),
    "checksum": re.compile(r"[0-9a-f]{40,64}"),
    "url": re.compile(r"https?://\S+"),
    "number": re.compile(r"\d+(\.\d+)?"),
    "mimetype": re.compile(r"[\w.+-]+/[\w.+-]+"),
}


def mistakes(lines: Iterable[str]) -> list[str]:
    """What would be refused or dropped, in words; empty for a file that is sound."""
    found: list[str] = []
    kinds: dict[str, str] = {}
    given: dict[str, set[str]] = {}
    pointed: set[str] = set()
    for line in lines:
        entity = json.loads(line)
        found += _of_one(entity)
        if kinds.setdefault(entity["id"], entity["schema"]) != entity["schema"]:
            found.append(f"{entity['id']} is of two schemata")
        given.setdefault(entity["id"], set()).update(entity["properties"])
        pointed |= set(_pointed(entity))
    return (
        found
        + _lacking(kinds, given)
        + [f"{key} is pointed to and not there" for key in pointed - set(kinds)]
    )


def _of_one(entity: dict[str, Any]) -> list[str]:
    schema = _schemata().get(entity["schema"])
    if schema is None:
        return [f"{entity['id']}: no schema {entity['schema']}"]
    types = schema["properties"]
    return [
        f"{entity['id']}: {name} cannot be {value!r}"
        for name, values in entity["properties"].items()
        for value in values
        if name not in types or not _fits(types[name], value)
    ]


def _fits(kind: str, value: str) -> bool:
    return bool(value) and (kind not in _FITS or bool(_FITS[kind].fullmatch(value)))


def _pointed(entity: dict[str, Any]) -> Iterable[str]:
    types = _schemata().get(entity["schema"], {"properties": {}})["properties"]
    for name, values in entity["properties"].items():
        if types.get(name) == "entity":
            yield from values


def _lacking(kinds: dict[str, str], given: dict[str, set[str]]) -> list[str]:
    return [
        f"{key} lacks {name}"
        for key, kind in kinds.items()
        for name in _schemata().get(kind, {"required": []})["required"]
        if name not in given[key]
    ]


@cache
def _schemata() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("schema.json").read_text(encoding="utf-8")
    return dict(json.loads(text))
