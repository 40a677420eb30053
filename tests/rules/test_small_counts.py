"""What `make test` leaves out is there to be done by `make test-all`, and of all else it does some."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.small_counts import LEFT, MOST_CASES, left_out

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("place", LEFT)
def test_every_place_named_is_there(place: str) -> None:
    file, _colons, test = place.partition("::")
    found = [path for path in TESTS.glob(f"{file}*") if path.is_dir() or path.suffix == ".py"]
    assert len(found) > 0
    assert all(f"def {test}" in path.read_text(encoding="utf-8") for path in found if test)


@pytest.mark.parametrize("among", [1, MOST_CASES, MOST_CASES + 1, 1_000])
def test_of_each_test_some_cases_are_done_the_first_among_them(among: int) -> None:
    cases: list[Any] = [
        SimpleNamespace(nodeid=f"tests/reading/test_any.py::test_it[{n}]") for n in range(among)
    ]
    left = list(left_out(cases, on_postgresql=False))
    assert len(cases) - len(left) == min(among, MOST_CASES)
    assert cases[0] not in left


def test_of_a_rule_each_is_done() -> None:
    cases: list[Any] = [
        SimpleNamespace(nodeid=f"tests/rules/test_any.py::test_it[{n}]") for n in range(1_000)
    ]
    assert list(left_out(cases, on_postgresql=False)) == []
