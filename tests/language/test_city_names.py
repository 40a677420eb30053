"""A city has the name that a language gives it; what nobody knows for sure stays as the tables have it."""

import csv
from pathlib import Path

import pytest

from tocsin.language import city_names
from tocsin.language.city_names import city_name
from tocsin.routing import shipped

OUR_LIST = Path(city_names.__file__).with_name("data") / "city-names.csv"
TABLES = Path(shipped.__file__).parent


def rows_of(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


ROWS = rows_of(OUR_LIST)
SCRIPTS = {"ru": ("\u0400", "\u052f"), "kk": ("\u0400", "\u052f"), "ar": ("\u0600", "\u06ff")}


@pytest.mark.parametrize(
    ("city", "country", "language", "said"),
    [
        ("Moscow", "RU", "de", "Moskau"),
        ("Moscow", "RU", "kk", "Мәскеу"),
        ("Kyiv", "UA", "ru", "Киев"),
        ("Oslo", "NO", "ar", "أوسلو"),
        ("Washington", "US", "ru", "Вашингтон"),
        ("The Hague", "NL", "es", "La Haya"),
        ("London", "CA", "ru", "London"),
        ("Nowhereby", "NO", "ru", "Nowhereby"),
        ("Cairo", "EG", "en", "Cairo"),
        ("Cairo", "EG", "tlh", "Cairo"),
        ("", "", "ru", ""),
    ],
)
def test_by_our_list_by_its_clock_or_as_it_was(city: str, country: str, language: str, said: str) -> None:
    assert city_name(city, country, language) == said


def test_a_sentence_can_bend_it() -> None:
    assert f"{city_name('Cairo', 'EG', 'fr'):à}" == "au Caire"
    assert f"{city_name('Paris', 'FR', 'fr'):à}" == "à Paris"


def test_the_list_names_each_city_once_and_each_in_the_script_of_its_language() -> None:
    cities = [(row["country"], row["city"]) for row in ROWS]
    assert len(set(cities)) == len(cities)
    assert cities == sorted(cities)
    for row in ROWS:
        for language, (first, last) in SCRIPTS.items():
            strange = [c for c in row[language] if c.isalpha() and not first <= c <= last]
            assert strange == [], row


def test_every_city_of_the_list_stands_in_the_tables() -> None:
    tables = (rows_of(TABLES / name) for name in ("missions.csv", "exceptions.csv"))
    there = {(row["host"], row["city"]) for table in tables for row in table}
    assert [row for row in ROWS if (row["country"], row["city"]) not in there] == []
