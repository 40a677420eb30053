"""A case as one JSON document of our own: `case.schema.json` beside this file says what stands where."""

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from functools import cache
from importlib import resources
from typing import Any

from tocsin.terms.case_file import CaseFile

VERSION = 1


def case_json(case: CaseFile) -> Iterator[str]:
    """Pieces of the document, in the order of the schema; lists are written item by item."""
    yield f'{{\n"format": "tocsin-case",\n"version": {VERSION}'
    for field in fields(case):
        value = getattr(case, field.name)
        yield f",\n{json.dumps(field.name)}: "
        yield from _listed(value) if isinstance(value, tuple) else [_dumped(value)]
    yield "\n}\n"


@cache
def case_schema() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("case.schema.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def _listed(items: tuple[Any, ...]) -> Iterator[str]:
    yield "["
    for place, item in enumerate(items):
        yield (",\n  " if place else "\n  ") + _dumped(asdict(item))
    yield "]"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
