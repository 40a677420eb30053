"""Places on the map, and those that nobody can put there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.cases.chronicle.dating import dating
from tocsin.cases.chronicle.draw_map import draw_map, window_of
from tocsin.cases.chronicle.entry import Entry, EntryKind, Place


def at(number: int, name: str, latitude: float | None = None, longitude: float | None = None) -> Entry:
    place = Place(name, name, latitude, longitude)
    return Entry(
        f"e{number}", EntryKind.INCIDENT, "incidents", "strike", dating(""), "x", place=place, number=number
    )


def test_each_place_once_with_its_lines_and_the_unknown_ones_said() -> None:
    entries = [at(1, "Aktau", 43.65, 51.16), at(2, "Aktau", 43.65, 51.16), at(3, "Shetpe")]
    shown = draw_map(entries)
    assert shown is not None
    assert [(r.place.name, r.lines, r.is_on_map) for r in shown.rows] == [
        ("Aktau", (1, 2), True),
        ("Shetpe", (3,), False),
    ]
    assert [(c.name, c.lines) for c in shown.circles] == [("Aktau", (1, 2))]
    assert {land.code for land in shown.lands} >= {"KZ"}


def test_only_places_that_nobody_can_place() -> None:
    shown = draw_map([at(1, "Shetpe")])
    assert shown is not None
    assert (shown.circles, len(shown.rows)) == ((), 1)


def test_no_place_no_map() -> None:
    assert draw_map([]) is None


@given(st.lists(st.tuples(st.floats(-84, 84), st.floats(-180, 180)), min_size=1, max_size=8))
def test_every_place_lies_within_its_window(points: list[tuple[float, float]]) -> None:
    window = window_of(points)
    assert window.height > 0
    for latitude, longitude in points:
        x, y = window.place(latitude, longitude)
        assert -1 <= x <= window.width + 1
        assert -1 <= y <= window.height + 1


@pytest.mark.parametrize("count", [2, 30])
def test_names_do_not_cover_each_other(count: int) -> None:
    shown = draw_map([at(n, f"Place {n}", 43 + n / 50, 51 + n / 90) for n in range(count)])
    assert shown is not None
    assert len(shown.circles) == count
    ends = [(c.label_x, c.label_y) for c in shown.circles if c.is_named and c.anchor == "start"]
    assert len(set(ends)) == len(ends)
    assert any(c.is_named for c in shown.circles)
