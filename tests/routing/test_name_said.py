"""An office is called what it is in the reader's language, unless it has a name of its own."""

import pytest

from tocsin.routing.name_said import name_said
from tocsin.routing.words import route_words
from tocsin.terms.offices import Office, Told

TABLE = Told("directory", "a table")


def office(name: str, of: str = "KZ", city: str = "Oslo") -> Office:
    return Office(name, "embassy", of, "NO", city, TABLE)


@pytest.mark.parametrize(
    ("name", "language", "said", "here"),
    [
        ("Embassy of Kazakhstan in Oslo", "fr", "Ambassade du Kazakhstan à Oslo", "Ambassade à Oslo"),
        ("Embassy of Kazakhstan in Oslo", "en", "Embassy of Kazakhstan in Oslo", "Embassy in Oslo"),
        ("Consulate of Kazakhstan in Oslo", "ar", "قنصلية كازاخستان في Oslo", "القنصلية في Oslo"),
        ("Royal Kazakh Embassy", "fr", "Royal Kazakh Embassy", "Royal Kazakh Embassy"),
        ("Embassy of Norway in Oslo", "fr", "Embassy of Norway in Oslo", "Embassy of Norway in Oslo"),
        ("", "fr", "", ""),
    ],
)
def test_what_it_is_whose_and_where(name: str, language: str, said: str, here: str) -> None:
    assert name_said(office(name), language) == said
    assert name_said(office(name), language, among="KZ") == here


def test_article_and_name_without_a_city() -> None:
    assert name_said(office("High commission of the United Kingdom in Lusaka", "GB", "Lusaka"), "pt") == (
        "Alto comissariado do Reino Unido em Lusaka"
    )
    assert name_said(Office("Embassy of Kazakhstan in ", "embassy", None, "NO", None, TABLE), "fr") == (
        "Embassy of Kazakhstan in "
    )


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr", "kk", "nb", "pt", "ru"])
def test_every_language_has_them_all(language: str) -> None:
    for table in ("named", "named_here"):
        assert route_words(language)[table].keys() == route_words("en")[table].keys()
        assert all("{city}" in form for form in route_words(language)[table].values())
