"""The hours of an office, by its own clock and by the caller's."""

from datetime import UTC, datetime, time

import pytest

from tocsin.letters.office_hours import CallersHours, OfficeHours, office_hours

# A Tuesday and a Monday.
SUMMER, WINTER = datetime(2011, 6, 7, 8, 20, tzinfo=UTC), datetime(2026, 11, 23, 8, 20, tzinfo=UTC)


def by(zone: str, opens: time, closes: time) -> tuple[CallersHours, ...]:
    return (CallersHours(zone, opens, closes),)


@pytest.mark.parametrize(
    ("country", "city", "caller", "moment", "hours"),
    [
        (
            *("GB", "London", "NO", WINTER),
            OfficeHours(datetime(2026, 11, 23, 8, 20), False, by("Europe/Oslo", time(10), time(18))),
        ),
        (
            *("KZ", "Aqtau", "NO", SUMMER),
            OfficeHours(datetime(2011, 6, 7, 13, 20), True, by("Europe/Oslo", time(6), time(14))),
        ),
        ("DE", "Berlin", "NO", WINTER, OfficeHours(datetime(2026, 11, 23, 9, 20), True)),
        (
            *("NP", "Kathmandu", "GB", WINTER),
            OfficeHours(datetime(2026, 11, 23, 14, 5), True, by("Europe/London", time(3, 15), time(11, 15))),
        ),
    ],
)
def test_by_both_clocks(country: str, city: str, caller: str, moment: datetime, hours: OfficeHours) -> None:
    assert office_hours(country, city, caller, moment) == hours


def callers(country: str, caller: str, moment: datetime = WINTER) -> dict[str, int]:
    """Zone -> the hour at which the office opens by its clock."""
    hours = office_hours(country, "", caller, moment)
    assert hours is not None
    return {each.zone: each.opens.hour for each in hours.callers}


def test_zones_whose_clocks_go_alike_are_one_clock() -> None:
    assert callers("GB", "DE") == {"Europe/Berlin": 10}
    assert callers("GB", "MY") == {"Asia/Kuala_Lumpur": 17}
    assert callers("NO", "DE") == {}


def test_where_clocks_differ_each_is_told_the_capitals_first_then_from_east_to_west() -> None:
    assert list(callers("GB", "ES").items()) == [("Europe/Madrid", 10), ("Atlantic/Canary", 9)]
    assert list(callers("GB", "PT").items()) == [("Europe/Lisbon", 9), ("Atlantic/Azores", 8)]
    assert list(callers("GB", "US").items()) == [
        ("America/New_York", 4),
        ("America/Chicago", 3),
        ("America/Denver", 2),
        ("America/Los_Angeles", 1),
        ("America/Anchorage", 0),
        ("Pacific/Honolulu", 23),
    ]
    russian = list(callers("GB", "RU"))
    assert (len(russian), russian[:2], russian[-1]) == (
        11,
        ["Europe/Moscow", "Asia/Kamchatka"],
        "Europe/Kaliningrad",
    )


def test_clocks_are_those_of_the_day() -> None:
    """Ukraine's clocks are one in summer and two in winter."""
    summer = datetime(2026, 6, 8, 8, 20, tzinfo=UTC)
    assert (len(callers("GB", "UA", summer)), len(callers("GB", "UA"))) == (1, 2)


@pytest.mark.parametrize(
    ("country", "day", "is_open"),
    [
        ("GB", 20, True),
        ("GB", 21, False),
        ("GB", 22, False),
        ("EG", 20, False),
        ("EG", 22, True),
        ("SA", 21, False),
        ("IR", 20, False),
        ("IR", 21, True),
        ("AE", 20, True),
        ("AE", 22, False),
    ],
)
def test_nobody_answers_on_the_weekend_of_the_offices_country(country: str, day: int, is_open: bool) -> None:
    """20 November 2026 is a Friday."""
    hours = office_hours(country, "", "NO", datetime(2026, 11, day, 10, tzinfo=UTC))
    assert hours is not None
    assert hours.is_open is is_open


def test_nobody_knows_where_it_stands() -> None:
    assert office_hours("", "", "NO", WINTER) is None
