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
        ("Consulate of Kazakhstan in Oslo", "ar", "قنصلية كازاخستان في أوسلو", "القنصلية في أوسلو"),
        ("Royal Kazakh Embassy", "fr", "Royal Kazakh Embassy", "Royal Kazakh Embassy"),
        ("Embassy of Norway in Oslo", "fr", "Embassy of Norway in Oslo", "Embassy of Norway in Oslo"),
        ("", "fr", "", ""),
    ],
)
def test_what_it_is_whose_and_where(name: str, language: str, said: str, here: str) -> None:
    assert name_said(office(name), language) == said
    assert name_said(office(name), language, among="KZ") == here


@pytest.mark.parametrize(
    ("city", "stands", "language", "said"),
    [
        ("London", "GB", "ru", "Посольство (Казахстан), Лондон"),
        ("Washington", "US", "kk", "Елшілік (Қазақстан), Вашингтон"),
        ("Cairo", "EG", "fr", "Ambassade du Kazakhstan au Caire"),
        ("The Hague", "NL", "fr", "Ambassade du Kazakhstan à La Haye"),
        ("Geneva", "CH", "de", "Botschaft von Kasachstan in Genf"),
        ("Geneva", "CH", "es", "Embajada de Kazajistán en Ginebra"),
        ("Wassenaar", "NL", "ru", "Посольство (Казахстан), Wassenaar"),
    ],
)
def test_its_city_is_called_as_the_language_does(city: str, stands: str, language: str, said: str) -> None:
    there = Office(f"Embassy of Kazakhstan in {city}", "embassy", "KZ", stands, city, TABLE)
    assert name_said(there, language) == said


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
        assert all("{city" in form for form in route_words(language)[table].values())
