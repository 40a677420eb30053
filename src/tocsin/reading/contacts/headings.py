"""Lists under a heading that names the missions of one country: 'Embassies of Kenya:', then 'Oslo - ...', 'France: ...'."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.language.countries import find_country
from tocsin.language.country_mentions import country_mentions
from tocsin.language.places import city_country
from tocsin.reading.contacts.addresses import trimmed
from tocsin.reading.contacts.entry import Bounds, Entry
from tocsin.reading.contacts.marks import Mark
from tocsin.reading.contacts.offices import CAPITALISED, MISSION_KINDS, Office
from tocsin.reading.contacts.sheet import Sheet

_FARTHEST = 400
_BEFORE_IT = 25
_BEHIND = 40
_JOINT = re.compile(
    r",? (?:(?:and|y|e|et|und|og|и|a|i) )?(?:(?:in|en|em|au|aux|à|a|al|na|nel|w|v|во?|la|the|der|den) )*|, "
)
_PLACE = re.compile(rf"{CAPITALISED}(?: (?:(?:del|de la|of the) )?{CAPITALISED})*")
COUNTRY_LINE = "country line"


def sender_above(sheet: Sheet, index: int) -> str | None:
    """The country of the last missions that the lines above name, where they are no entry themselves."""
    start = sheet.page.starts[index]
    above = sheet.offices_in(max(0, start - _FARTHEST), start)
    missions = [office for office in above if office.kind in MISSION_KINDS]
    return _country_of(sheet, missions[-1]) if missions and above[-1] is missions[-1] else None


def _country_of(sheet: Sheet, mission: Office) -> str | None:
    """'embassies of Kenya', 'der kasachischen Botschaften'."""
    words = sheet.prose[max(0, mission.start - _BEFORE_IT) : mission.seat_end]
    named = country_mentions(words, sheet.words.language)
    return named[-1][1] if named else None


def under_heading(sheet: Sheet, first: int, entries: Sequence[Entry]) -> list[Entry]:
    """Entries from line `first` on; those that are named after a place alone are missions in it."""
    placed = [entry for entry in entries if _is_place(sheet, entry)]
    sender = sender_above(sheet, first) if len(placed) > 1 else None
    if not sender:
        return list(entries)
    return [
        replace(e, kind="embassy", rule=COUNTRY_LINE, sender=sender) if e in placed else e for e in entries
    ]


def _is_place(sheet: Sheet, entry: Entry) -> bool:
    if entry.kind != "other" or not entry.office:
        return False
    return country_of_place(sheet.prose[slice(*entry.office)]) is not None


def country_of_place(words: str) -> str | None:
    """'Norway', 'Norway (Oslo)', 'Oslo', 'Oslo, Norway'."""
    name = words.strip(" –—-(").partition("(")[0].strip(" ,.:;)")
    return (
        find_country(words)
        or find_country(name)
        or city_country(name)
        or find_country(name.rpartition(",")[2].strip())
    )


def by_country(sheet: Sheet, role: str, mission: Office, marks: Sequence[Mark]) -> list[Entry]:
    """'the embassies of Kenya. In Norway: ...; in France: ...', '... (Norway), ... (France)': one entry a country, none where they are not named so."""
    sender = _country_of(sheet, mission)
    named = _named_before(sheet, mission, marks)
    if None in named:
        named = _named_behind(sheet, marks)
    names = [name for name in named if name]
    if not sender or len(marks) < 2 or len(names) != len(marks):
        return []
    return [
        Entry(
            role, mission.kind, min(n[0], m.start), max(n[1], m.end), (m,), office=n, said=n,
            rule=COUNTRY_LINE, sender=sender,
        )
        for n, m in zip(names, marks, strict=True)
    ]  # fmt: skip


def joined_seats(sheet: Sheet, mission: Office) -> list[Bounds]:
    """'the embassies of Kenya in Spain, France and Norway': the seats behind the first."""
    seats: list[Bounds] = []
    end = mission.seat_end
    while (joint := _JOINT.match(sheet.prose, end)) and (place := _PLACE.match(sheet.prose, joint.end())):
        if not country_of_place(place[0]):
            break
        seats.append(place.span())
        end = place.end()
    return seats


def seated_entries(sheet: Sheet, role: str, mission: Office) -> list[Entry]:
    """One entry for each of the further seats."""
    sender = _country_of(sheet, mission)
    seats = joined_seats(sheet, mission) if sender and mission.seat_end > mission.end else []
    return [
        Entry(role, mission.kind, *seat, office=seat, said=seat, rule=COUNTRY_LINE, sender=sender)
        for seat in seats
    ]


def _named_before(sheet: Sheet, mission: Office, marks: Sequence[Mark]) -> list[Bounds | None]:
    ends = [mission.seat_end, *(mark.end for mark in marks)]
    return [_named(sheet, max(end, m.start - _BEHIND), m.start) for end, m in zip(ends, marks, strict=False)]


def _named_behind(sheet: Sheet, marks: Sequence[Mark]) -> list[Bounds | None]:
    """In brackets right behind the mark."""
    return [
        _named(sheet, mark.end, sheet.prose.find(")", mark.end, mark.end + _BEHIND))
        if sheet.prose[mark.end : mark.end + 2] == " ("
        else None
        for mark in marks
    ]


def _named(sheet: Sheet, start: int, end: int) -> Bounds | None:
    """The last country in a stretch, else a city that is all of it."""
    if end <= start:
        return None
    named = country_mentions(sheet.prose[start:end], sheet.words.language)
    if named:
        return start + named[-1][0].start, start + named[-1][0].end
    whole = trimmed(sheet.page.text, start, end)
    return whole if whole and city_country(sheet.prose[slice(*whole)]) else None
