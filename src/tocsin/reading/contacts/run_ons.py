"""Two entries printed as one: '... Embassy (London) ...; Uzbekistan 23 ... St.; Embassy (Tashkent) ...'."""

import re
from dataclasses import replace

from tocsin.language.country_mentions import country_mentions
from tocsin.language.places import city_country
from tocsin.reading.contacts.addresses import trimmed
from tocsin.reading.contacts.entry import Bounds, Entry
from tocsin.reading.contacts.marks import Marks
from tocsin.reading.contacts.missions import country_of_address, read_head
from tocsin.reading.contacts.words import ContactWords

_SEAT = re.compile(
    r"(?:Embassy|Consulate(?: General)?|High Commission|Ambassade|Embajada|Botschaft) \(([^()\d]{3,30})\)"
)


def cut_run_ons(text: str, entry: Entry, marks: Marks, words: ContactWords) -> list[Entry]:
    """The entry, and behind it those of which the seat lies in another country than the entry's own."""
    own = _own_countries(text, entry)
    for seat in _SEAT.finditer(text, entry.said[0] if entry.said else entry.start, entry.end):
        country = city_country(seat[1])
        if country and own and country not in own:
            return _cut(text, entry, marks, words, (seat.start(), seat.end()), country)
    return [entry]


def _own_countries(text: str, entry: Entry) -> set[str]:
    head = read_head(text[slice(*entry.office)], None) if entry.office else None
    address = country_of_address(text[slice(*entry.address)], None, None) if entry.address else None
    return {c for c in (head and head.country, address) if c}


def _cut(
    text: str, entry: Entry, marks: Marks, words: ContactWords, seat: Bounds, country: str
) -> list[Entry]:
    """The second entry begins at the name of its country, where that is printed before the seat."""
    named = [span for span, code in country_mentions(text[entry.start : seat[0]]) if code == country]
    start = entry.start + named[-1].start if named else seat[0]
    after = entry.start + named[-1].end if named else seat[0]
    first = replace(
        entry,
        end=start,
        marks=tuple(marks.within(entry.start, start)),
        said=(_said(entry), start),
        runs_on=True,
    )
    second = replace(
        entry, start=start, marks=tuple(marks.within(start, entry.end)), office=seat, runs_on=True,
        address=trimmed(text, after, seat[0]), said=(start, entry.end), rule="run-on entry",
    )  # fmt: skip
    return [first, *cut_run_ons(text, second, marks, words)]


def _said(entry: Entry) -> int:
    return entry.said[0] if entry.said else entry.start
