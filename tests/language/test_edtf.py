"""An EDTF date as days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.language.date_words import date_words
from tocsin.language.edtf import Precision, Stretch, apart, days_of, first_day, may_meet, stretch_of


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("2011-12-16", (2011, 12, 16), (2011, 12, 16), Precision.DAY),
        ("2011-12-16T23:05:00+05:00", (2011, 12, 16), (2011, 12, 16), Precision.DAY),
        ("2012-02", (2012, 2, 1), (2012, 2, 29), Precision.MONTH),
        ("2011-02-XX", (2011, 2, 1), (2011, 2, 28), Precision.MONTH),
        ("2011", (2011, 1, 1), (2011, 12, 31), Precision.YEAR),
        ("2011-XX-16", (2011, 1, 1), (2011, 12, 31), Precision.YEAR),
        ("201X", (2010, 1, 1), (2019, 12, 31), Precision.YEARS),
        ("19XX", (1900, 1, 1), (1999, 12, 31), Precision.YEARS),
        ("2011-05/2011-07-03", (2011, 5, 1), (2011, 7, 3), Precision.SPAN),
    ],
)
def test_the_days_between_which_a_date_lies(
    edtf: str, first: tuple[int, int, int], last: tuple[int, int, int], precision: Precision
) -> None:
    assert stretch_of(edtf) == Stretch(date(*first), date(*last), precision)


@pytest.mark.parametrize(
    ("edtf", "inferred", "approximate"),
    [
        ("2011-06-05?", True, False),
        ("2011-06~", False, True),
        ("2011%", True, True),
        ("2011-05?/2011-07", True, False),
    ],
)
def test_doubt_is_kept(edtf: str, inferred: bool, approximate: bool) -> None:
    found = stretch_of(edtf)
    assert found is not None
    assert (found.is_inferred, found.is_approximate) == (inferred, approximate)


def test_an_open_end_is_none() -> None:
    assert stretch_of("2011-06-08/..") == Stretch(date(2011, 6, 8), None, Precision.OPEN)
    assert stretch_of("../2011-06") == Stretch(None, date(2011, 6, 30), Precision.OPEN)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "XXXX-06-16",
        "last Ramadan",
        "2011-13",
        "2011-02-30",
        "0000",
        "2012/2011",
        "/",
        "../..",
        "2011/soon",
        "2011-6",
    ],
)
def test_what_names_no_year_or_is_no_date_has_no_days(words: str) -> None:
    assert stretch_of(words) is None


@given(st.text(alphabet="0123456789X-/.?~% ", max_size=24))
def test_any_text_is_days_in_order_or_none(text: str) -> None:
    found = stretch_of(text)
    if found is not None:
        assert found.first or found.last
        assert (found.first or date.min) <= (found.last or date.max)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_itself(day: date) -> None:
    found = stretch_of(day.isoformat())
    assert found == Stretch(day, day, Precision.DAY)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("2011-12", "2011-12-16", True),
        ("2011-12-16", "2011-12-17", False),
        ("2011-06-08/..", "2012", True),
        ("../2011", "2012", False),
    ],
)
def test_two_dates_that_may_be_one_day(one: str, other: str, meet: bool) -> None:
    a, b = stretch_of(one), stretch_of(other)
    assert a is not None
    assert b is not None
    assert (may_meet(a, b), may_meet(b, a)) == (meet, meet)


def test_an_approximate_date_says_so() -> None:
    assert date_words("2011-07~") == "about July 2011"
    assert date_words("2011-07%") == "about July 2011 (inferred)"


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2011-12-16", (date(2011, 12, 16), date(2011, 12, 16), True)),
        ("2011-12-16T10:00Z", (date(2011, 12, 16), date(2011, 12, 16), True)),
        ("2011-02~", (date(2011, 2, 1), date(2011, 2, 28), True)),
        ("2011-XX-05", (date(2011, 1, 1), date(2011, 12, 31), True)),
        ("2011-12-16/2011-12-18", (date(2011, 12, 16), date(2011, 12, 18), True)),
        ("2011-12-16/..", (date(2011, 12, 16), date(2011, 12, 16), True)),
        ("2011-12-16/2011-12-10", (date(2011, 12, 16), date(2011, 12, 16), True)),
        ("XXXX-02-29", (date(2000, 2, 29), date(2000, 2, 29), False)),
        ("XXXX-12-XX", None),
        ("201X", None),
        ("../2011", None),
        ("2011-02-30", None),
        ("last Ramadan", None),
    ],
)
def test_days_to_compare_by(edtf: str, days: tuple[date, date, bool] | None) -> None:
    found = days_of(edtf)
    assert (tuple(found) if found else None) == days


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2011-12-16", "2011-12-18", 2),
        ("2011-12-31", "2012-01-01", 1),
        ("2011-12", "2011-12-16", 0),
        ("XXXX-12-31", "2012-01-01", 1),
        ("XXXX-12-16", "2011", 0),
    ],
)
def test_how_far_two_dates_lie_apart(one: str, other: str, days: int) -> None:
    first, second = days_of(one), days_of(other)
    assert first is not None
    assert second is not None
    assert apart(first, second) == apart(second, first) == days


def test_what_has_no_first_day_stands_last() -> None:
    told = ["", "XXXX-05-24", "2011-12", "../2011-05", "2011-05-20"]
    assert sorted(told, key=first_day) == ["2011-05-20", "2011-12", "", "XXXX-05-24", "../2011-05"]
