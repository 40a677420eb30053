"""Where nothing is hosted, pinned or counted."""

from tocsin.language.place_points import points_of
from tocsin.language.places import find_city

from .models import CalledDay


def barred_countries(day: CalledDay) -> frozenset[str]:
    """ISO codes: the country of events, and those that the coordinator marked as dangerous."""
    return frozenset([day.action.case.country, *day.dangerous]) - {""}


def barred_city(city: str, country: str, barred: frozenset[str]) -> str:
    """The barred country that a city typed beside another country lies in: 'Tehran' in Norway. Empty for none."""
    known = {point.country for point in points_of(city)}
    if not known or country in known:
        return ""
    return next((code for code in sorted(known) if code in barred), "")


def city_named(words: str, barred: frozenset[str]) -> str:
    """A city of a barred country that stands in words about a place: a street may be named after it. Empty for none."""
    return next((city for code in sorted(barred) if (city := find_city(words, code))), "")
