"""Cities: where they lie, and which is the capital."""

from tocsin.language.place_data import big_cities, cities, places
from tocsin.language.place_names import plain_name


def capital(code: str) -> str | None:
    """The capital of a country in English, None where it has none."""
    found: str | None = places()["capitals"].get(code)
    return found


def city_country(city: str) -> str | None:
    """The country of the largest city of that name (15,000 people and more)."""
    return cities().get(plain_name(city))


def is_big_city(city: str) -> bool:
    """At least 100,000 people: well known enough to be meant where nothing else is said."""
    return plain_name(city) in big_cities()
