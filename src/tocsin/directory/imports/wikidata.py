"""One country's missions out of Wikidata: the question, and its answer as a table in the shape that ships."""

import json
import re
from datetime import date
from urllib.parse import quote

from tocsin.intake.errors import NotFetched

from .listing import Listing
from .sheet import Given, listing_of
from .table import Table

SERVICE = "https://query.wikidata.org/sparql?format=json&query="
SOURCE = "Wikidata"
# Classes: diplomatic mission, embassy, consulate. Properties: 297 two-letter code, 137 operator, 31 instance of,
# 279 subclass of, 131 and 17 place and country, 1001 jurisdiction, 625 coordinates, 6375 address, 1329 phone,
# 968 e-mail, 856 website, 576 and 582 end.
QUERY = """SELECT ?m ?kind ?host ?placed ?serves ?city ?at ?address ?phone ?email ?web ?end WHERE{
?of wdt:P297 "%s".?m wdt:P137 ?of;wdt:P31 ?t.VALUES ?r{wd:Q213283 wd:Q3917681 wd:Q7843791}?t wdt:P279* ?r;rdfs:label ?kind.
FILTER(LANG(?kind)="en")
OPTIONAL{?m wdt:P131 ?c.?c wdt:P17/wdt:P297 ?placed}
OPTIONAL{?m wdt:P131/rdfs:label ?city.FILTER(LANG(?city)="en")}
OPTIONAL{?m wdt:P17/wdt:P297 ?host}OPTIONAL{?m wdt:P1001/wdt:P297 ?serves}OPTIONAL{?m wdt:P625 ?at}
OPTIONAL{?m wdt:P6375 ?address}OPTIONAL{?m wdt:P1329 ?phone}OPTIONAL{?m wdt:P968 ?email}OPTIONAL{?m wdt:P856 ?web}
OPTIONAL{?m wdt:P576|wdt:P582 ?end}}"""
HEADINGS = (
    "key", "sender", "host", "city", "kind", "serves", "latitude", "longitude", "address", "phone", "email",
    "website", "until",
)  # fmt: skip
_MISSION = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9]\d*)")
_POINT = re.compile(r"Point\((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODE = re.compile(r"[A-Z]{2}")
_NOT_UNDERSTOOD = "its answer cannot be understood; try again later"


def address_of(code: str) -> str:
    """Where the missions of a country (ISO 3166-1 alpha-2) are asked for."""
    return SERVICE + quote(" ".join((QUERY % code).split()))


def rows_of(answer: bytes, code: str) -> list[list[str]]:
    """A row a mission, in the order of HEADINGS. Raises `NotFetched` for what is no answer to the question.

    The service cuts an answer off where it takes too long, and says so behind half of the JSON.
    """
    try:
        found = json.loads(answer)["results"]["bindings"]
        missions: dict[str, list[dict[str, str]]] = {}
        for binding in found:
            said = {name: str(value["value"]).strip() for name, value in binding.items()}
            if match := _MISSION.fullmatch(said.get("m", "")):
                missions.setdefault(match[1], []).append(said)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NotFetched(_NOT_UNDERSTOOD) from None
    return [_row(key, code, said) for key, said in sorted(missions.items())]


def listing_of_rows(rows: list[list[str]], asked_on: date) -> Listing:
    """As a list of that day. Rows that cannot be taken are among the bad: an address that is none, a kind unknown."""
    table = Table(HEADINGS, list(enumerate(rows, 1)))
    return listing_of(table, Given(SOURCE, asked_on.isoformat()))


def _row(key: str, code: str, said: list[dict[str, str]]) -> list[str]:
    host = _first(_codes(said, "placed")) or _first(_codes(said, "host"))
    spot = _POINT.fullmatch(_first(_each(said, "at")))
    email = [address.removeprefix("mailto:") for address in _each(said, "email")]
    ended = _DAY.match(_first(_each(said, "end")))
    return [
        key,
        code,
        host,
        _first(_each(said, "city")),
        _first(_each(said, "kind")),
        "|".join(_codes(said, "serves")),
        spot[2] if spot else "",
        spot[1] if spot else "",
        _first(_each(said, "address")),
        "; ".join(_each(said, "phone")),
        " ".join(address for address in email if "@" in address),
        " ".join(_each(said, "web")),
        ended[0] if ended else "",
    ]


def _each(said: list[dict[str, str]], name: str) -> list[str]:
    """Every value once, in an order that does not change from day to day."""
    return sorted({row[name] for row in said if row.get(name)})


def _codes(said: list[dict[str, str]], name: str) -> list[str]:
    return [code for code in _each(said, name) if _CODE.fullmatch(code)]


def _first(values: list[str]) -> str:
    return values[0] if values else ""
