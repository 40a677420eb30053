"""Where an office stands and which countries it answers to."""

from dataclasses import dataclass

from tocsin.language.country_mentions import country_mentions
from tocsin.language.phones import country_of_number
from tocsin.language.places import capital, city_country
from tocsin.reading.contact_entry import Entry
from tocsin.reading.contact_missions import (
    MISSION_KINDS,
    Head,
    country_of_address,
    read_head,
    residence,
    served,
)
from tocsin.reading.contact_words import ContactWords

UNITED_NATIONS = "UN"


@dataclass(frozen=True)
class Standing:
    """Countries are ISO alpha-2; `city` is what numbers without an area code are read in."""

    of_country: str | None
    in_country: str | None
    serves: tuple[str, ...]
    city: str | None


def stand(text: str, entry: Entry, words: ContactWords, language: str | None, home: str | None) -> Standing:
    """`home` is the country that the whole text is about: its offices are meant where none other is named."""
    if entry.kind in MISSION_KINDS and entry.office:
        return _mission(text, entry, words, language, home)
    return _at_home(text, entry, words, language, home)


def _mission(
    text: str, entry: Entry, words: ContactWords, language: str | None, home: str | None
) -> Standing:
    said = text[slice(*entry.said)] if entry.said else ""
    office = text[slice(*entry.office)] if entry.office else ""
    head = (
        _run_on_head(text, entry, home)
        if entry.runs_on and entry.rule == "run-on entry"
        else _head(office, said, language)
    )
    address = text[slice(*entry.address)] if entry.address else ""
    resident = residence(said, words)
    country = (
        city_country(resident)
        if resident
        else country_of_address(address, head.country, language)
        if address
        else head.country
    )
    if head.to_united_nations and not country:
        country = _seat_of_the_united_nations(office + said)
    extra = served(said, words, language)
    headed = head.country or (country if not extra else None)
    own = (UNITED_NATIONS,) if head.to_united_nations else (headed,) if headed else ()
    serves = tuple(dict.fromkeys((*own, *extra)))
    return Standing(
        head.of_country or home,
        country,
        serves,
        resident or head.city or (capital(country) if country else None),
    )


def _head(office: str, said: str, language: str | None) -> Head:
    """The heading, and the place behind it where prose goes on: 'the Embassy of X in Seoul'."""
    head = read_head(office, language)
    if head.country or head.to_united_nations or not said.startswith(office):
        return head
    return read_head(said, language)


def _run_on_head(text: str, entry: Entry, home: str | None) -> Head:
    city = text[slice(*entry.office)].partition("(")[2].rstrip(") ") if entry.office else ""
    return Head(home, city_country(city), city, False)


def _seat_of_the_united_nations(words: str) -> str:
    return "CH" if "Geneva" in words or "Genève" in words else "US"


def _at_home(
    text: str, entry: Entry, words: ContactWords, language: str | None, home: str | None
) -> Standing:
    """Ministries, courts, companies: where their address says, else in the country that the text is about."""
    office = text[slice(*entry.office)] if entry.office else ""
    named = [code for _, code in country_mentions(office, language)]
    body = words.first_code("bodies", office)
    address = text[slice(*entry.address)] if entry.address else ""
    expected = named[0] if named else body or (home if entry.office else None)
    country = country_of_address(address, expected, language) if address else expected
    country = country or _country_of_numbers(entry)
    return Standing(country, country, (country,) if country else (), capital(country) if country else None)


def _country_of_numbers(entry: Entry) -> str | None:
    """The country whose code or form all numbers have."""
    countries = {country_of_number(m.value) for m in entry.marks if m.number and m.number.sure}
    return countries.pop() if len(countries) == 1 else None
