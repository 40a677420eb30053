"""Holding a draft to its schema: the same draft is looked at once a process, since a look costs a tenth of a second."""

import json
from functools import cache
from typing import Any

import jsonschema

from tocsin.terms.draft import draft_schema

CHECK = jsonschema.Draft202012Validator(draft_schema())


def hold(draft: dict[str, Any]) -> None:
    """Raises jsonschema.ValidationError."""
    _hold(json.dumps(draft, sort_keys=True))


@cache
def _hold(written: str) -> None:
    CHECK.validate(json.loads(written))
