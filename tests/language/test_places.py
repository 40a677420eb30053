import pytest

from tocsin.language.places import (
    capital,
    city_country,
    country_of_postal_code,
    find_city,
    is_big_city,
    is_same_city,
)


@pytest.mark.parametrize(
    ("city", "code"),
    [
        ("London", "GB"),
        ("Wien", "AT"),
        ("Москва", "RU"),
        ("Islamabad", "PK"),
        ("Aktau", "KZ"),
        ("Zzyzzville", None),
        ("Buenosaires", None),  # one word of a text is no city of two
        ("Buenos Aires", "AR"),
    ],
)
def test_where_a_city_lies(city, code):
    assert city_country(city) == code


def test_capitals():
    assert [capital("KZ"), capital("UA"), capital("AQ")] == ["Astana", "Kyiv", None]


@pytest.mark.parametrize(
    ("text", "country", "city"),
    [
        ("Embassy in Toronto, Canada", "CA", "Toronto"),
        ("1 Square, London SW1, near Manchester Road", "GB", "London"),
        ("New Delhi 110057", "IN", "New Delhi"),
        ("1 Square, London", "NO", None),
        ("", "NO", None),
    ],
)
def test_the_city_that_a_text_names(text, country, city):
    assert find_city(text, country) == city


def test_big_cities():
    assert is_big_city("Almaty")
    assert not is_big_city("Fort Shevchenko")


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("Bradford, PA 16701", "US"),
        ("Marianna, FL 32447-7007", "US"),
        ("London SW1A 1AA", "GB"),
        ("Ottawa, K1A 0B1", "CA"),
        ("75008 Paris", None),
        ("CH-3006 Bern", None),
    ],
)
def test_postal_codes_that_only_one_country_writes(address, country):
    assert country_of_postal_code(address) == country


@pytest.mark.parametrize(
    ("country", "one", "other"),
    [("UA", "Kiev", "Kyiv"), ("UA", "Київ", "Kiev"), ("AT", "Wien", "Vienna"), ("CN", "北京", "Beijing"), ("NL", "Den Haag", "The Hague"), ("IL", "Tel-Aviv", "Tel Aviv"), ("NR", "Yaren", "yaren")],
)  # fmt: skip
def test_spellings_of_one_city(country, one, other):
    assert is_same_city(country, one, other)


@pytest.mark.parametrize(("country", "one", "other"), [("IL", "Tel Aviv", "Jerusalem"), ("AT", "Linz", "Vienna"), ("XX", "Kiev", "Kyiv")])  # fmt: skip
def test_cities_that_are_two(country, one, other):
    assert not is_same_city(country, one, other)
