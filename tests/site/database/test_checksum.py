"""The sum of a table: blind to order, to the database, and to nothing else."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from tocsin.site.database.checksum import Tally

VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.binary(max_size=5)
ROWS = st.lists(st.tuples(VALUES, VALUES), max_size=6)


def tally(rows: list[tuple[object, ...]]) -> Tally:
    counted = Tally()
    for row in rows:
        counted.add(row)
    return counted


@given(ROWS)
def test_any_order_gives_the_same_sum(rows: list[tuple[object, ...]]) -> None:
    mixed = sorted(rows, key=repr, reverse=True)
    assert tally(mixed) == tally(rows)


@given(ROWS, st.tuples(VALUES, VALUES))
def test_one_row_more_is_seen(rows: list[tuple[object, ...]], row: tuple[object, ...]) -> None:
    assert tally([*rows, row]) != tally(rows)


def test_what_databases_write_differently_is_one() -> None:
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    here = (noon, memoryview(b"\x00a"), {"b": 1.0, "a": [2]}, 3.5)
    there = (noon.astimezone(timezone(timedelta(hours=2))), b"\x00a", {"a": [2], "b": 1}, 3.5)
    assert tally([here]) == tally([there])


def test_what_only_looks_alike_is_not() -> None:
    sums = {tally([row]).sum for row in [("1",), (1,), (True,), (None,), ("",), ("None",)]}
    assert len(sums) == 6
