"""What `make test` leaves out is there to be done by `make test-all`, and of all else it does some."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.small_counts import (
    LEFT,
    MOST_CASES,
    MOST_OF_A_FILE,
    MOST_WITH_STORAGE,
    NOT_ON_POSTGRESQL,
    NOT_ON_SQLITE,
    WHOLE,
    left_out,
)

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("place", [*LEFT, *NOT_ON_SQLITE, *NOT_ON_POSTGRESQL, *WHOLE])
def test_every_place_named_is_there(place: str) -> None:
    file, _colons, test = place.partition("::")
    found = [path for path in TESTS.glob(f"{file}*") if path.is_dir() or path.suffix == ".py"]
    assert len(found) > 0
    assert all(f"def {test}" in path.read_text(encoding="utf-8") for path in found if test)


class Item(SimpleNamespace):
    __hash__ = object.__hash__


def items(*places: str, storage: bool = False, soak: bool = False) -> list[Any]:
    """As pytest collects them, below tests/."""
    marks = {"django_db": SimpleNamespace(kwargs={})} if storage else {}
    marks |= {"soak": SimpleNamespace()} if soak else {}
    return [
        Item(nodeid=f"tests/{place}", path=TESTS / place, get_closest_marker=marks.get) for place in places
    ]


@pytest.mark.parametrize("among", [1, MOST_CASES, MOST_CASES + 1, 1_000])
def test_of_each_test_some_cases_are_done_the_first_among_them(among: int) -> None:
    cases = items(*(f"reading/test_any.py::test_it[{n}]" for n in range(among)))
    left = list(left_out(cases, on_postgresql=False))
    assert len(cases) - len(left) == min(among, MOST_CASES)
    assert cases[0] not in left


@pytest.mark.parametrize(("on_postgresql", "most"), [(False, MOST_WITH_STORAGE), (True, MOST_OF_A_FILE)])
def test_of_each_file_with_storage_some_tests_are_done_the_first_among_them(
    on_postgresql: bool, most: int
) -> None:
    tests = items(*(f"desk/test_any.py::test_{n}" for n in range(100)), storage=True)
    left = list(left_out(tests, on_postgresql))
    assert len(tests) - len(left) == most
    assert tests[0] not in left


@pytest.mark.parametrize("on_postgresql", [False, True])
def test_what_only_the_soak_does_takes_nobodys_place(on_postgresql: bool) -> None:
    full = items(*(f"public/test_any.py::test_it[{n}]" for n in range(100)), storage=True, soak=True)
    [small] = items("public/test_any.py::test_it[small]", storage=True)
    assert small not in list(left_out([*full[:50], small, *full[50:]], on_postgresql))


def test_what_needs_no_storage_is_all_done() -> None:
    tests = items(*(f"reading/test_any.py::test_{n}" for n in range(100)))
    assert list(left_out(tests, on_postgresql=False)) == []


@pytest.mark.parametrize("place", WHOLE)
def test_what_must_never_go_wrong_is_done_whole(place: str) -> None:
    file = place if place.endswith(".py") else f"{place}test_any.py"
    tests = items(*(f"{file}::test_{n % 10}[{n}]" for n in range(100)), storage=True)
    assert list(left_out(tests, on_postgresql=False)) == []


def test_so_is_what_speaks_of_it() -> None:
    tests = items(
        *(f"public/test_any.py::test_a_withheld_name_is_not_in_{n}" for n in range(100)), storage=True
    )
    assert list(left_out(tests, on_postgresql=False)) == []


@pytest.mark.parametrize("place", [*NOT_ON_SQLITE, *NOT_ON_POSTGRESQL])
def test_what_one_database_leaves_the_other_does(place: str) -> None:
    tests = items(place if "::" in place else f"{place}::test_it", storage=True)
    left = [len(list(left_out(tests, on_postgresql))) for on_postgresql in (False, True)]
    assert sorted(left) == [0, 1]


def test_of_a_rule_each_is_done() -> None:
    cases = items(*(f"rules/test_any.py::test_it[{n}]" for n in range(1_000)))
    assert list(left_out(cases, on_postgresql=False)) == []
