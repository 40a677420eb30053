"""Never more exact than what is known."""

import pytest

from tocsin.formats.edtf import day, plain_dates


@pytest.mark.parametrize(
    ("edtf", "first", "last", "is_exact"),
    [
        ("2011-06-05", "2011-06-05", "", True),
        ("2011-06", "2011-06", "", True),
        ("2011-06-05?", "2011-06", "", False),
        ("2011-06~", "2011", "", False),
        ("2011%", "", "", False),
        ("2011-12-XX", "2011-12", "", False),
        ("201X", "", "", False),
        ("XXXX-06-01", "", "", False),
        ("2011-12-16/2011-12-17", "2011-12-16", "2011-12-17", True),
        ("2011-12-16/2011-12-17?", "2011-12-16", "2011-12", False),
        ("2011-12-16/..", "2011-12-16", "", False),
        ("", "", "", False),
    ],
)
def test_a_date_for_formats_that_know_no_doubt(edtf: str, first: str, last: str, is_exact: bool) -> None:
    plain = plain_dates(edtf)
    assert (plain.first, plain.last, plain.is_exact) == (first, last, is_exact)


def test_a_day_only_where_one_day_is_certain() -> None:
    dates = ("2011-06-05", "2011-06-05?", "2011-06", "2011-06-05/2011-06-06")
    assert [day(edtf) for edtf in dates] == ["2011-06-05", "", "", ""]
