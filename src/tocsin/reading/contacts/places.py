"""Where an office stands and which countries it answers to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tocsin.language.country_mentions import country_mentions
from tocsin.language.domains import country_of_domain
from tocsin.language.leaders import country_of_leader
from tocsin.language.lexicon import lexicon
from tocsin.language.places import capital, city_country, find_city, is_big_city
from tocsin.reading.contacts.entry import Bounds, Entry
from tocsin.reading.contacts.headings import COUNTRY_LINE, country_of_place
from tocsin.reading.contacts.missions import (
    Head,
    country_of_address,
    country_of_segments,
    read_head,
    residence,
    served,
)
from tocsin.reading.contacts.offices import MISSION_KINDS
from tocsin.reading.contacts.sheet import Sheet
from tocsin.terms.offices import UNITED_NATIONS

_NEIGHBOURHOOD = 25
_LONGEST_TAIL = 120
_TAIL_END = re.compile(r"[.;:] (?=[^\W\d_]{4})")
_LED = frozenset({"head_of_state", "head_of_government"})
_NAME_BEHIND = re.compile(r" ([^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){0,3})")
_OF_THE_CASE = frozenset({"target", "solidarity_to"})


@dataclass(frozen=True)
class Standing:
    """Countries are ISO alpha-2; `city` is what numbers without an area code are read in."""

    of_country: str | None
    in_country: str | None
    serves: tuple[str, ...]
    city: str | None
    by_heading: bool = False


def stand(sheet: Sheet, entry: Entry, language: str | None, home: str | None) -> Standing:
    """`home` is the country that the whole text is about: its offices are meant where none other is named."""
    if entry.kind in MISSION_KINDS and entry.office:
        return _mission(sheet, entry, language, home)
    return _at_home(sheet, entry, language, home)


def _mission(sheet: Sheet, entry: Entry, language: str | None, home: str | None) -> Standing:
    said, address = _words(sheet, entry.said), _words(sheet, entry.address)
    head = _head(sheet, entry, language, home)
    resident = residence(said, sheet.words)
    country = city_country(resident) if resident else country_of_address(address, head.country, language)
    country = country or country_of_segments(_beside(sheet, entry)) or city_country(_last_word(sheet, entry))
    country = country or _country_of_numbers(entry)
    if not country and not (head.to_united_nations or is_of_readers(sheet, entry)):
        country = _likely_host(sheet, entry, head.of_country or home, home)
    if head.to_united_nations and not country:
        country = "CH" if "Genev" in said or "Genève" in said else "US"
    covered = served(said, sheet.words, language)
    headed = UNITED_NATIONS if head.to_united_nations else head.country or (None if covered else country)
    serves = tuple(code for code in dict.fromkeys((headed, *covered)) if code)
    city = resident or head.city or (find_city(address, country) if country else None)
    by_heading = not (address or resident or head.city or head.to_united_nations)
    return Standing(head.of_country or home, country, serves, city or _capital(country), by_heading)


def _likely_host(sheet: Sheet, entry: Entry, of_country: str | None, home: str | None) -> str | None:
    """'The US embassy' is the one in the country that the text is about, 'die iranische Botschaft' the readers' one."""
    if of_country != home:
        return None if any(c.isdigit() for c in _words(sheet, entry.address)) else home
    spoken = (
        lexicon(sheet.words.language).table("home").get("country") if sheet.words.language != "zh" else None
    )
    return spoken if spoken != of_country else None


def is_of_readers(sheet: Sheet, entry: Entry) -> bool:
    """'accredited to your country'."""
    begin = entry.office[0] if entry.office else entry.end
    after = sheet.prose[begin : entry.end + _LONGEST_TAIL].lower()
    return any(f" {word} " in after for word in sheet.words.words("yours"))


def _last_word(sheet: Sheet, entry: Entry) -> str:
    """'Syrische Botschaft Bonn'."""
    last = _words(sheet, entry.office).rpartition(" ")[2]
    return last if is_big_city(last) else ""


def _head(sheet: Sheet, entry: Entry, language: str | None, home: str | None) -> Head:
    """What the heading says, each layout in its own way."""
    office = _words(sheet, entry.office)
    if entry.rule == "run-on entry":
        city = office.partition("(")[2].rstrip(") ")
        return Head(home, city_country(city), city, False)
    if entry.rule == COUNTRY_LINE:
        return Head(entry.sender or home, country_of_place(office), None, False)
    head = read_head(office, language)
    return head if head.of_country else replace(head, of_country=_named_beside(sheet, entry, language))


def _named_beside(sheet: Sheet, entry: Entry, language: str | None) -> str | None:
    """'der kasachischen Botschaft': the adjective before the mission."""
    if not entry.office:
        return None
    start = max(0, entry.office[0] - _NEIGHBOURHOOD)
    named = country_mentions(sheet.prose[start : entry.office[0]], language)
    return named[-1][1] if named else None


def unsettled(entries: Sequence[Entry], places: Sequence[Standing]) -> list[Standing]:
    """In a list where missions stand elsewhere than in the country that heads them, a heading alone tells nothing."""
    elsewhere = [p for p in places if p.serves and p.in_country and p.in_country not in p.serves]
    if len(elsewhere) < 2:
        return list(places)
    return [
        replace(p, in_country=None, city=None) if p.by_heading and e.rule == "directory line" else p
        for e, p in zip(entries, places, strict=True)
    ]


def _at_home(sheet: Sheet, entry: Entry, language: str | None, home: str | None) -> Standing:
    """Ministries, courts, companies: where their address says, else in the country that the text is about."""
    office, address = _words(sheet, entry.office), _words(sheet, entry.address)
    named = [code for _, code in country_mentions(office, language)]
    told = named[0] if named else sheet.words.first_code("bodies", office) or _of_leader(sheet, entry)
    beside = None if told or address else country_of_segments(_beside(sheet, entry))
    expected = told or beside or _country_of_numbers(entry) or _country_of_emails(entry)
    is_readers = office.partition(" ")[0].lower() in sheet.words.words("yours")
    if not expected and not is_readers and (entry.office or entry.role in _OF_THE_CASE):
        expected = home
    country = country_of_address(address, expected, language) if address else expected
    city = find_city(address, country) if country and address else None
    return Standing(country, country, (country,) if country else (), city or _capital(country))


def _of_leader(sheet: Sheet, entry: Entry) -> str | None:
    """'President Mugabe' governs Zimbabwe, whatever else the text is about."""
    if entry.kind not in _LED or not entry.office:
        return None
    named = _words(sheet, entry.person) or _NAME_BEHIND.match(sheet.prose, entry.office[1])
    words = named if isinstance(named, str) else named[1] if named else _words(sheet, entry.office)
    return country_of_leader(words, sheet.words.language) or country_of_leader(
        words.rpartition(" ")[2], sheet.words.language
    )


def _beside(sheet: Sheet, entry: Entry) -> str:
    """What follows the office on its line, up to the first number."""
    if not entry.office:
        return ""
    end = min(sheet.page.end_of(sheet.page.index_at(entry.office[1] - 1)), entry.office[1] + _LONGEST_TAIL)
    marks = sheet.marks.within(entry.office[1], end)
    tail = sheet.prose[entry.office[1] : marks[0].start if marks else end]
    inside = sheet.prose[slice(*entry.office)].partition(",")[2]
    return f"{inside},{_TAIL_END.split(tail)[0] if tail.startswith((',', ' (', ';', ' –', ' -')) else ''}"


def _country_of_numbers(entry: Entry) -> str | None:
    """The country whose code or form all numbers have."""
    sure = [mark.value for mark in entry.marks if mark.number and mark.number.sure]
    if not sure:
        return None
    from tocsin.language.phones import country_of_number  # here, as in `read.py`

    countries = {country_of_number(value) for value in sure}
    return countries.pop() if len(countries) == 1 else None


def _country_of_emails(entry: Entry) -> str | None:
    """The country whose domain all e-mail addresses end in."""
    found = {country_of_domain(mark.value) for mark in entry.marks if mark.kind == "email"}
    return found.pop() if len(found) == 1 else None


def _capital(country: str | None) -> str | None:
    return capital(country) if country else None


def _words(sheet: Sheet, bounds: Bounds | None) -> str:
    return sheet.prose[slice(*bounds)] if bounds else ""
