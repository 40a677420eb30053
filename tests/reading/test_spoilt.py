"""Spoilt appeals: each gives a draft whose spans hold, or a sentence that says why not."""

import json
import os
from concurrent.futures import ProcessPoolExecutor
from functools import cache

import jsonschema
import pytest
from tests.reading.damage import originals, spoilt

from tocsin.intake.errors import Unreadable
from tocsin.reading.read import read_bytes
from tocsin.terms.draft import draft_schema

FEW, MANY, BATCH = 200, 100_000, 500
EVERY = 10  # a schema check costs more than the reading


@cache
def _texts() -> list[str]:
    return originals()


def faults(first: int, count: int) -> list[str]:
    """What went wrong with the inputs of these seeds."""
    check = jsonschema.Draft202012Validator(draft_schema())
    return [fault for seed in range(first, first + count) if (fault := _fault(seed, check))]


def _fault(seed: int, check: jsonschema.Draft202012Validator) -> str | None:
    try:
        draft = read_bytes(spoilt(_texts(), seed), "spoilt.txt", published="2011-06-15")
    except Unreadable as refusal:
        return None if len(str(refusal)) > 20 else f"{seed}: refused without a reason"
    except Exception as error:
        return f"{seed}: {error!r}"
    written = draft.as_json()
    if any(not 0 <= start < end <= len(draft.source.text) for start, end in _spans(written)):
        return f"{seed}: a span does not hold"
    error = next(check.iter_errors(written), None) if seed % EVERY == 0 else None
    return f"{seed}: {error.json_path} {error.message}" if error else None


def _spans(node: object) -> list[list[int]]:
    if isinstance(node, dict):
        return [*node.get("spans", []), *(span for value in node.values() for span in _spans(value))]
    return [span for value in node for span in _spans(value)] if isinstance(node, list) else []


def test_a_few_hundred_spoilt_appeals_are_read_or_refused_in_words() -> None:
    assert faults(0, FEW) == []


def test_the_same_seed_spoils_the_same_way() -> None:
    assert spoilt(_texts(), 7) == spoilt(_texts(), 7)
    assert len({spoilt(_texts(), seed) for seed in range(50)}) == 50


@pytest.mark.soak
def test_a_hundred_thousand_spoilt_appeals_are_read_or_refused_in_words() -> None:
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = [
            fault
            for some in pool.map(faults, range(0, MANY, BATCH), [BATCH] * (MANY // BATCH))
            for fault in some
        ]
    print(json.dumps({"inputs": MANY, "unhandled": len(found)}))
    assert found[:10] == []
