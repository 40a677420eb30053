"""The shapes of one region."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.look.region import Window, cut, lands_in

CASPIAN = Window(49, 41, 56, 46, 400)


def numbers(path: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?[\d.]+", path)]


def test_what_lies_in_a_window_and_nothing_beyond_it() -> None:
    lands = lands_in(CASPIAN)
    assert {land.code for land in lands} >= {"KZ", "TM", "AZ"}
    assert "FR" not in {land.code for land in lands}
    for land in lands:
        drawn = numbers(land.path)
        assert min(drawn) >= 0
        assert max(drawn[::2]) <= 400
        assert max(drawn[1::2]) <= CASPIAN.height + 0.1


def test_north_is_up_and_east_is_to_the_right() -> None:
    aktau, zhanaozen = CASPIAN.place(43.65, 51.16), CASPIAN.place(43.34, 52.86)
    assert aktau[0] < zhanaozen[0]
    assert aktau[1] < zhanaozen[1]
    assert CASPIAN.place(46, 49) == (0, 0)


def test_a_window_beyond_the_180th_meridian() -> None:
    fiji = Window(176, -20, 184, -15, 400)
    assert "FJ" in {land.code for land in lands_in(fiji)}
    assert fiji.place(-16, -179)[0] == pytest.approx(250)


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-85, 85)), min_size=3, max_size=12))
def test_a_cut_ring_stays_inside(ring: list[tuple[float, float]]) -> None:
    for x, y in cut(tuple(ring), CASPIAN):
        assert 49 <= x <= 56
        assert 41 - 1e-9 <= y <= 46 + 1e-9


def test_a_ring_around_the_window_fills_it() -> None:
    around = ((0.0, 0.0), (90.0, 0.0), (90.0, 80.0), (0.0, 80.0))
    assert set(cut(around, CASPIAN)) == {(49, 41), (56, 41), (56, 46), (49, 46)}
