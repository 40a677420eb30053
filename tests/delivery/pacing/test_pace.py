"""By the office's own clock, and never more than the cap in any hour."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.delivery.pacing.pace import ALL_DAY, BY_HOUR, HOUR, Pace, pace_of_office

ZONES = [
    "UTC",
    "Asia/Almaty",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Europe/Oslo",
    "America/St_Johns",
    "Australia/Lord_Howe",
]
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
paces = st.builds(Pace, st.integers(1, 3_000), st.sampled_from(ZONES), st.sampled_from([BY_HOUR, ALL_DAY]))


def slots(pace: Pace, start: datetime, count: int) -> list[datetime]:
    found = [start]
    while len(found) < count:
        found.append(pace.after(found[-1]))
    return found


@given(paces, moments)
def test_no_hour_sees_more_than_the_cap(pace: Pace, start: datetime) -> None:
    """Any hour, not only a full one: the letter after the cap's number is at least an hour away."""
    found = slots(pace, start, 150)
    most = int(pace.per_hour)
    for place in range(len(found) - most):
        assert found[place + most] - found[place] >= HOUR - timedelta(milliseconds=1)


@given(paces, moments)
def test_each_letter_leaves_later_than_the_one_before(pace: Pace, start: datetime) -> None:
    found = slots(pace, start, 20)
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    ("zone", "hour_utc", "per_hour"),
    [
        ("Asia/Almaty", 5, 30.0),  # ten in the morning there
        ("Asia/Almaty", 22, 0.6),  # three at night
        ("Asia/Kolkata", 4, 27.0),  # half past nine
        ("Europe/Oslo", 14, 30.0),  # three in the afternoon, in winter
    ],
)
def test_the_office_sets_the_clock(zone: str, hour_utc: int, per_hour: float) -> None:
    assert Pace(30, zone).at(datetime(2026, 11, 23, hour_utc, tzinfo=UTC)) == pytest.approx(per_hour)


def test_half_an_hour_from_utc_the_hour_changes_at_half_past() -> None:
    pace = Pace(30, "Asia/Kolkata")
    half_past = [datetime(2026, 11, 23, 3, minute, tzinfo=UTC) for minute in (29, 31)]
    assert [pace.at(moment) for moment in half_past] == [30 * BY_HOUR[8], 30 * BY_HOUR[9]]


def test_an_office_has_the_clock_of_its_city_else_of_its_capital() -> None:
    assert [pace_of_office("KZ", city).zone for city in ("Aqtau", "Astana")] == ["Asia/Aqtau", "Asia/Almaty"]
    assert pace_of_office("", "") == Pace(30, "UTC")


def test_thirty_an_hour_is_some_three_hundred_a_day() -> None:
    found = slots(Pace(30, "UTC"), datetime(2026, 11, 23, tzinfo=UTC), 400)
    assert 300 < sum(slot < found[0] + timedelta(days=1) for slot in found) < 340
