"""The hours of an office, by its own clock and by the caller's."""

from datetime import UTC, datetime, time

import pytest

from tocsin.letters.office_hours import OfficeHours, office_hours

SUMMER, WINTER = datetime(2011, 6, 7, 8, 20, tzinfo=UTC), datetime(2026, 11, 22, 8, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("country", "city", "caller", "moment", "hours"),
    [
        ("GB", "London", "NO", WINTER, OfficeHours(datetime(2026, 11, 22, 8, 20), False, time(10), time(18))),
        ("KZ", "Aqtau", "NO", SUMMER, OfficeHours(datetime(2011, 6, 7, 13, 20), True, time(6), time(14))),
        ("DE", "Berlin", "NO", WINTER, OfficeHours(datetime(2026, 11, 22, 9, 20), True)),
        ("GB", "London", "US", WINTER, OfficeHours(datetime(2026, 11, 22, 8, 20), False)),
        (
            "NP",
            "Kathmandu",
            "GB",
            WINTER,
            OfficeHours(datetime(2026, 11, 22, 14, 5), True, time(3, 15), time(11, 15)),
        ),
    ],
)
def test_by_both_clocks(country: str, city: str, caller: str, moment: datetime, hours: OfficeHours) -> None:
    assert office_hours(country, city, caller, moment) == hours


def test_nobody_knows_where_it_stands() -> None:
    assert office_hours("", "", "NO", WINTER) is None
