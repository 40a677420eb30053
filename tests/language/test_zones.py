"""Whose clock."""

import pytest

from tocsin.language.date_words import date_words
from tocsin.language.zone_words import zone_words
from tocsin.language.zones import _CAPITALS, is_zone, zone_of, zones_of


@pytest.mark.parametrize(
    ("country", "city", "zone"),
    [
        ("KZ", "Aqtau", "Asia/Aqtau"),
        ("KZ", "aqtau ", "Asia/Aqtau"),
        ("KZ", "", "Asia/Almaty"),
        ("US", "New York", "America/New_York"),
        ("RU", "Perm", "Europe/Moscow"),
        ("NO", "", "Europe/Oslo"),
        ("CU", "", "America/Havana"),
        ("", "", "UTC"),
        ("XX", "", "UTC"),
    ],
)
def test_a_place_keeps_a_clock(country: str, city: str, zone: str) -> None:
    assert zone_of(country, city) == zone


def test_every_capital_keeps_a_clock_of_its_country() -> None:
    assert {country: zones_of(country)[0] for country in _CAPITALS} == _CAPITALS
    assert [zone for country in _CAPITALS for zone in zones_of(country) if not is_zone(zone)] == []


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2026-03-02T12:05:00+05:00", "2 March 2026, 12:05"),
        ("2026-03-02T12:05:00Z", "2 March 2026, 12:05"),
        ("2026-03-02", "2 March 2026"),
    ],
)
def test_a_moment_is_said_by_the_clock_that_it_was_noted_by(edtf: str, words: str) -> None:
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "New York"), ("ru", "Нью-Йорк"), ("pt-BR", "Nova York"), ("xx", "New York")],
)
def test_a_zone_is_called_by_its_city_in_any_language(language: str, words: str) -> None:
    assert zone_words("America/New_York", language) == words
