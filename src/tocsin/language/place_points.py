"""Where a named city lies, and how far two are from each other. Built by `tools/build_points.py`."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import product
from math import asin, cos, radians, sin, sqrt
from typing import Any, NamedTuple

from tocsin.language.cyrillic import is_cyrillic
from tocsin.language.place_index import city_points
from tocsin.language.place_keys import place_key

_EARTH = 6371.0  # kilometres, mean radius
_CASES = ("", "а", "я", "о", "ы", "ь")


class Point(NamedTuple):
    """Degrees, rounded to a hundredth: about a kilometre."""

    country: str
    latitude: float
    longitude: float


@lru_cache(8192)
def points_of(name: str, country: str | None = None) -> tuple[Point, ...]:
    """Where the cities of that name lie, in any script, the largest first; in `country` alone where one is given."""
    key = place_key(name)
    value = city_points().get(key) or _declined(key) or ""
    points = [Point(p[:2], *map(float, p[3:].split())) for p in value.split("|") if p]
    return tuple(p for p in points if country in (None, p.country))


def point_of(place: Mapping[str, Any]) -> Point | None:
    """Of a place as a report tells it: as it was read, else where the one city of that name lies. Two of one name are not guessed at."""
    name, country = str(place.get("name") or ""), place.get("country")
    if place.get("latitude") is not None and place.get("longitude") is not None:
        return Point(country or "", place["latitude"], place["longitude"])
    known = points_of(name, country)
    return known[0] if known and (country or len(known) == 1) else None


def kilometres(one: Point, other: Point) -> float:
    """Along the great circle."""
    lat, lon = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    across = cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(lon / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, sin(lat / 2) ** 2 + across)))


def nearest(ones: Iterable[Point], others: Iterable[Point]) -> float | None:
    """The kilometres between the two that are nearest to each other; None where one side has no point."""
    return min((kilometres(one, other) for one, other in product(ones, others)), default=None)


def _declined(key: str) -> str | None:
    """'Жанаозене', 'Актау': the name in another case of Russian."""
    if not is_cyrillic(key):
        return None
    stems = (key[:-cut] for cut in (1, 2) if len(key) - cut > cut + 2)
    tries = (stem + ending for stem in stems for ending in _CASES)
    return next((value for name in tries if (value := city_points().get(name))), None)
