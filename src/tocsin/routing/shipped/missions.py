"""Missions as shipped: one office for each, with all that its sources state of it."""

from collections.abc import Iterable
from functools import cache
from operator import itemgetter
from typing import NamedTuple, TypeVar, cast

from tocsin.language.country_sentences import called
from tocsin.routing.shipped.sources import told
from tocsin.routing.shipped.tables import fields_of, firsts
from tocsin.terms.offices import Accreditation, ChannelName, Office, Reach

_KINDS = ("embassy", "permanent_mission", "representative_office", "consulate")
_CHANNELS: tuple[ChannelName, ...] = ("email", "post", "phone", "fax", "web")


class _Mission(NamedTuple):
    """A row of missions.csv: what one source states of one mission. Lists are joined by `|`."""

    sender: str
    key: str
    host: str
    city: str
    label: str
    kind: str
    style: str
    serves: str
    inferred: str
    latitude: str
    longitude: str
    merged: str
    until: str
    doubt: str
    source: str
    date: str


class _Contact(NamedTuple):
    """A row of contacts.csv."""

    sender: str
    key: str
    channel: str
    value: str
    as_written: str
    status: str
    repaired: str
    source: str
    date: str


Row = TypeVar("Row", _Mission, _Contact)


def senders() -> tuple[str, ...]:
    """Countries and territories that have a mission in the tables, as ISO alpha-2 codes (and EU)."""
    return firsts("missions.csv")


@cache
def missions_of(code: str) -> tuple[Office, ...]:
    """All missions of a sender (ISO alpha-2): embassies first, local offices last, then by country and city.

    `key` is the mission's Wikidata id, else sender, host and city. Local offices say so in their
    names. What several sources state stands side by side, newest first.
    """
    contacts = _by_key(map(_Contact._make, fields_of("contacts.csv", code)))
    stated = _by_key(map(_Mission._make, fields_of("missions.csv", code)))
    of = f" of {called(code)}"
    offices = [(_place(rows[0]), _office(rows, contacts.get(key, []), of)) for key, rows in stated.items()]
    return tuple(office for _, office in sorted(offices, key=itemgetter(0)))


def _by_key(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of each mission, newest first."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.key, []).append(row)
    for several in found.values():
        if len(several) > 1:
            several.sort(key=lambda row: row.date, reverse=True)
    return found


def _place(row: _Mission) -> tuple[int, bool, str, str, str]:
    return _KINDS.index(row.kind), row.style.startswith("local"), row.host, row.city, row.key


def _office(rows: list[_Mission], contacts: list[_Contact], of: str) -> Office:
    row = rows[0]
    placed = next((r for r in rows if r.latitude), row)
    return Office(
        name=f"{row.style[:1].upper()}{row.style[1:]}{of}{' in ' if row.city else ''}{row.city}",
        kind=row.kind,
        of_country=row.sender,
        in_country=row.host,
        city=row.city or None,
        told=told(row.source, row.date),
        accreditations=tuple(
            [_accreditation(c, r.source, r.date, r.until) for r in rows for c in r.serves.split("|")]
        ),
        reaches=_reaches(contacts),
        key=row.key,
        label=placed.label,
        latitude=float(placed.latitude) if placed.latitude else None,
        longitude=float(placed.longitude) if placed.longitude else None,
        doubt=next((r.doubt for r in rows if r.doubt), ""),
    )


@cache
def _accreditation(serves: str, source: str, date: str, until: str) -> Accreditation:
    """Shared by all offices of which the same is said; from `valid_to` on a closed mission serves nobody."""
    return Accreditation(serves, told(source, date), "stated", None, until or None)


def _reaches(contacts: list[_Contact]) -> tuple[Reach, ...]:
    """Newest first in each channel; a number that is not valid stands as stated, and `repaired` says so."""
    found = [
        Reach(cast(ChannelName, c.channel), c.value, told(c.source, c.date), c.as_written, c.repaired or None)
        for c in contacts
    ]
    return tuple(sorted(found, key=lambda reach: _CHANNELS.index(reach.channel)))
