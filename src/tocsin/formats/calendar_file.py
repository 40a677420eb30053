"""iCalendar (RFC 5545): what is on when, for the calendar program of a reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from icalendar import Calendar, Event, Timezone, vText, vUri

_PRODUCT = "-//Tocsin//Gatherings//EN"
# RFC 7986: how often a program that follows the calendar asks again.
_AGAIN = "PT1H"


@dataclass(frozen=True)
class Entry:
    """`starts_at` and `ends_at` bear an IANA zone; no end where none was told. `sequence` grows with each change.

    A cancelled entry has no words: it tells programs that took it in to take it out.
    """

    uid: str
    starts_at: datetime
    ends_at: datetime | None
    changed_at: datetime
    sequence: int
    title: str = ""
    place: str = ""
    words: str = ""
    url: str = ""
    is_cancelled: bool = False


def calendar_file(name: str, entries: Sequence[Entry]) -> str:
    """The whole file, lines ending in CRLF. One without entries holds a time zone, since the format asks for a component."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
    calendar["refresh-interval"] = vText(_AGAIN, params={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry))
    if entries:
        calendar.add_missing_timezones()
    else:
        calendar.add_component(Timezone.from_tzid("UTC"))
    return cast(bytes, calendar.to_ical()).decode()


def _event(entry: Entry) -> Event:
    event = Event()
    for name, value in _values(entry).items():
        if value is not None and value != "":
            event.add(name, value)
    if entry.url:
        event["url"] = vUri(entry.url)
    return event


def _values(entry: Entry) -> dict[str, Any]:
    return {
        "uid": entry.uid,
        "dtstamp": entry.changed_at,
        "last-modified": entry.changed_at,
        "sequence": entry.sequence,
        "dtstart": entry.starts_at,
        "dtend": entry.ends_at,
        "summary": entry.title,
        "location": entry.place,
        "description": entry.words,
        "status": "CANCELLED" if entry.is_cancelled else "CONFIRMED",
    }
