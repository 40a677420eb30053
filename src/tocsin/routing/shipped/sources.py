"""Who says what ships: every row names a source by its code here and the date of its statement."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from tocsin.routing.shipped.tables import all_rows
from tocsin.terms.offices import Told

TABLES = ("missions.csv", "contacts.csv", "exceptions.csv", "hub_prior.csv")
TellerKind = Literal["appeal", "official", "directory"]


@dataclass(frozen=True)
class Source:
    """`licence` is 'facts only' where nothing but the stated fact was taken, and no words. `date` is EDTF."""

    name: str
    date: str
    licence: str
    url: str
    rows: int


@cache
def told(code: str, date: str) -> Told:
    """Raises KeyError for a code that sources.csv has not."""
    row = _by_code()[code]
    return Told(cast(TellerKind, row["kind"]), row["name"], date)


def shipped_sources() -> list[Source]:
    """Each source and date with the number of shipped rows that rest on it, largest first."""
    counted: Counter[tuple[str, str]] = Counter()
    for table in TABLES:
        counted.update((row["source"], row["date"]) for row in all_rows(table))
    found = []
    for (code, date), rows in counted.most_common():
        row = _by_code()[code]
        found.append(Source(row["name"], date, row["licence"], row["url"], rows))
    return found


@cache
def _by_code() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in all_rows("sources.csv")}
