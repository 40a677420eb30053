"""What is refused, and what a moderator is told to look at."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from tocsin.actions.asks.gather.check import check, flags
from tocsin.actions.asks.gather.clocks import clocks_of
from tocsin.actions.asks.gather.errors import CannotHost
from tocsin.actions.asks.gather.models import CalledDay, Gathering
from tocsin.actions.asks.gather.plan import Plan
from tocsin.actions.models import Action
from tocsin.cases.models import Case

DAY = date(2095, 6, 8)
NOW = datetime(2095, 6, 1, tzinfo=UTC)
OSLO = Plan("picket", "elsewhere", DAY, time(17), "Europe/Oslo", "NO", city="Oslo", place="At the Storting")


def called_day() -> CalledDay:
    return CalledDay(action=Action(case=Case(country="IR")), first_day=DAY, last_day=DAY, dangerous=["BY"])


def test_nothing_stands_against_a_picket_in_oslo() -> None:
    check(OSLO, called_day(), NOW)
    assert flags(Gathering(city="Oslo", place="At the Storting"), called_day()) == []


@pytest.mark.parametrize(
    ("changed", "now", "field", "sentence"),
    [
        ({"country": "IR", "city": "Tehran", "zone": "Asia/Tehran"}, NOW, "country", "Nothing is hosted, shown or counted in Iran"),
        ({"country": "BY", "city": "Minsk", "zone": "Europe/Minsk"}, NOW, "country", "Nothing is hosted, shown or counted in Belarus"),
        ({"city": "Tehran"}, NOW, "city", "Nothing is hosted, shown or counted in Iran"),
        ({"city": "Тегеран"}, NOW, "city", "Nothing is hosted, shown or counted in Iran"),
        ({"where": "online", "link": "https://meet.example/x", "country": "IR", "zone": "Asia/Tehran"}, NOW, "country", "Iran"),
        ({}, datetime(2095, 6, 8, 15, 1, tzinfo=UTC), "starts", "This hour has passed at the place"),
        ({"on": date(2095, 6, 9)}, NOW, "on", "The call is for 8 June 2095"),
        ({"place": "Flat 4, Storgata 12"}, NOW, "place", "looks like somebody’s home"),
        ({"place": "call me: +47 22 00 00 00"}, NOW, "place", "Leave out mail addresses, links and phone numbers"),
        ({"bring": "flags; ask vera@example.org"}, NOW, "bring", "Leave out mail addresses"),
        ({"city": ""}, NOW, "city", "Name the city or the village"),
        ({"where": "online"}, NOW, "link", "Give the address where people meet online"),
        ({"capacity": 0}, NOW, "capacity", "from 1 to 100000"),
        ({"zone": "Europe/Atlantis"}, NOW, "zone", "by which clock"),
    ],
)  # fmt: skip
def test_what_is_refused_says_where_and_why(
    changed: dict[str, Any], now: datetime, field: str, sentence: str
) -> None:
    with pytest.raises(CannotHost) as refused:
        check(replace(OSLO, **changed), called_day(), now)
    assert list(refused.value.wrong) == [field]
    assert sentence in refused.value.wrong[field]


@pytest.mark.parametrize(
    ("place", "sentence"),
    [("Storgata 12", "make sure that it is a public house"), ("Tehran Square", "It names Tehran")],
)
def test_what_may_be_wrong_is_told_to_the_moderator(place: str, sentence: str) -> None:
    (flag,) = flags(Gathering(city="Oslo", place=place), called_day())
    assert sentence in flag


@pytest.mark.parametrize(
    ("country", "city", "zones"),
    [
        ("NO", "Bergen", ["Europe/Oslo"]),
        ("DE", "Hamburg", ["Europe/Berlin"]),
        ("CA", "Vancouver", ["America/Vancouver"]),
        ("KZ", "Astana", ["Asia/Almaty"]),
    ],
)
def test_the_clock_of_a_place(country: str, city: str, zones: list[str]) -> None:
    assert clocks_of(country, city, DAY) == zones


def test_where_the_clocks_of_a_country_differ_one_must_choose() -> None:
    assert len(clocks_of("CA", "Nelson", DAY)) > 4
