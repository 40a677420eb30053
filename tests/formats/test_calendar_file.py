"""Calendars are read by the strict parser of the library that others wrote."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tocsin.formats.calendar_file import Entry, calendar_file

OSLO = ZoneInfo("Europe/Oslo")
CHANGED = datetime(2026, 5, 1, 9, tzinfo=UTC)
STARTS, ENDS = datetime(2026, 6, 8, 17, tzinfo=OSLO), datetime(2026, 6, 8, 18, 30, tzinfo=OSLO)
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)


def entry(**more: object) -> Entry:
    told = {
        "uid": "abc@tocsin.example",
        "starts_at": STARTS,
        "ends_at": ENDS,
        "changed_at": CHANGED,
        "sequence": 2,
    }
    return Entry(**{**told, "title": "Picket in Oslo", **more})


def read(text: str) -> Calendar:
    calendar = Calendar.from_ical(text)
    assert [part.errors for part in calendar.walk() if part.errors] == []
    assert all(len(line.encode()) <= 75 and "\n" not in line for line in text.split("\r\n"))
    return calendar


def test_an_entry_bears_the_hours_of_its_place() -> None:
    calendar = read(calendar_file("Free them", [entry(place="Storting", url="https://tocsin.example/g/abc")]))
    (event,) = calendar.walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (STARTS, ENDS)
    assert event["dtstart"].params["TZID"] == "Europe/Oslo"
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Oslo"]
    told = ("uid", "summary", "location", "url", "status", "sequence")
    assert [str(event[name]) for name in told] == [
        "abc@tocsin.example", "Picket in Oslo", "Storting", "https://tocsin.example/g/abc", "CONFIRMED", "2",
    ]  # fmt: skip


def test_what_is_called_off_says_so_and_a_calendar_without_entries_is_still_one() -> None:
    (event,) = read(calendar_file("", [entry(title="Called off", is_cancelled=True, ends_at=None)])).walk(
        "VEVENT"
    )
    assert (str(event["status"]), "dtend" in event) == ("CANCELLED", False)
    empty = read(calendar_file("Free them", []))
    assert ([part.name for part in empty.subcomponents], str(empty["name"])) == (["VTIMEZONE"], "Free them")


@given(TEXT, TEXT, TEXT)
def test_no_words_break_the_file(title: str, place: str, words: str) -> None:
    (event,) = read(calendar_file(title, [entry(title=title, place=place, words=words)])).walk("VEVENT")
    assert [str(event.get(name, "")) for name in ("summary", "location", "description")] == [
        title,
        place,
        words,
    ]
