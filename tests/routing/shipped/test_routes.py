"""Routes over the shipped directory: the sourced cases that the tables were made for."""

from datetime import date

import pytest

from tocsin.routing.route import Step, route
from tocsin.routing.shipped import exceptions_of, missions_of, senders

TODAY = date(2026, 11, 22)


def first(of: str, country: str, day: date = TODAY) -> Step | None:
    steps = route(of, country, missions_of(of), day, exceptions=exceptions_of(of)).steps
    return steps[0] if steps else None


@pytest.mark.parametrize(
    ("country", "city"),
    [
        ("IE", "London"),  # appeal of June 2011, Irish list of 2024
        ("NO", "Oslo"),
        ("SE", "Stockholm"),  # Kazinform 2020
        ("DK", "Stockholm"),  # Kazinform 2020
        ("MT", "Rome"),  # appeal of June 2011
        ("EE", "Tallinn"),
        ("RO", "Bucharest"),
        ("MD", "Chișinău"),  # Kazakhstan Today 2022; Kyiv in 2011
        ("SK", "Bratislava"),  # the embassy's own pages, 2024; Budapest in 2011
        ("TJ", "Tashkent"),  # appeal of June 2011, nothing younger known
        ("BH", "Riyadh"),  # appeal of June 2011, nothing younger known
    ],
)
def test_kazakhstan(country: str, city: str) -> None:
    step = first("KZ", country)
    assert step is not None
    assert step.office.city == city


@pytest.mark.parametrize(
    ("country", "city"),
    [("NO", "London"), ("MD", "Kyiv"), ("SK", "Budapest"), ("EE", "Vilnius"), ("UZ", "Tashkent")],
)
def test_in_2011_the_appeal_is_what_is_known(country: str, city: str) -> None:
    step = first("KZ", country, date(2011, 6, 20))
    assert step is not None
    assert (step.office.city, step.source_date) == (city, "2011-06-15")


@pytest.mark.parametrize(("of", "country"), [("RU", "UA"), ("UA", "RU"), ("IR", "AL"), ("AL", "IR")])
def test_no_embassy_where_relations_are_broken_off(of: str, country: str) -> None:
    step = first(of, country)
    assert step is None or step.reason_code not in ("resident", "listed_for", "also_covers")


@pytest.mark.parametrize(
    ("of", "country", "code", "has_contacts"),
    [
        ("US", "KM", "listed_for", True),
        ("US", "ST", "listed_for", True),
        ("US", "IR", "interests_section", True),
        ("IR", "US", "interests_section", True),
        ("TV", "US", "un_mission_is_embassy", True),
        ("US", "LY", "relocated", True),
        ("US", "VE", "relocated", True),
        ("TW", "US", "de_facto", True),
        ("US", "BM", "consulate", True),
        ("US", "SY", "protecting_power", False),
    ],
)
def test_exceptions_lead_to_an_office(of: str, country: str, code: str, has_contacts: bool) -> None:
    step = first(of, country)
    assert step is not None
    assert (step.reason_code, bool(step.office.reaches)) == (code, has_contacts)


def test_a_closed_mission_is_nobodys_office() -> None:
    assert first("SY", "IE") is None
    assert first("AF", "US") is None


def test_ireland_in_may_2024() -> None:
    """Its list has 149 senders: no more than two of these are claimed without being on it."""
    steps = {of: step for of in senders() if (step := first(of, "IE", date(2024, 5, 31)))}
    codes = [step.reason_code for step in steps.values()]
    assert codes.count("de_facto") == 2
    assert 145 <= len([code for code in codes if code in ("resident", "listed_for", "home_based")]) <= 149
    assert {steps[of].office.city for of in ("BB", "SE", "IQ", "KW", "LU")} == {"Dublin"}
