"""Whom to write to, as printed: one contact for each printed entry, in the order of the text."""

import re
from collections import Counter
from dataclasses import replace

from tocsin.language.country_mentions import country_mentions
from tocsin.reading.contacts.addressees import addressed_entries
from tocsin.reading.contacts.addresses import has_lost_letters
from tocsin.reading.contacts.copied import as_copied
from tocsin.reading.contacts.entry import Bounds, Entry
from tocsin.reading.contacts.greeted import greeted_entries
from tocsin.reading.contacts.headings import COUNTRY_LINE
from tocsin.reading.contacts.leftovers import leftover_entries
from tocsin.reading.contacts.letterheads import letterhead_entries
from tocsin.reading.contacts.lines import directory_entries, under_copies
from tocsin.reading.contacts.page import Page
from tocsin.reading.contacts.passages import passage_entries
from tocsin.reading.contacts.places import Standing, is_of_readers, stand, unsettled
from tocsin.reading.contacts.repeats import merge_mentions, tie_repeats
from tocsin.reading.contacts.roles import OF_POWER, find_cues
from tocsin.reading.contacts.sheet import Sheet, lay_sheet
from tocsin.reading.contacts.strays import stray_entries, with_strays
from tocsin.reading.contacts.taken import Taken
from tocsin.reading.document import Document
from tocsin.terms.contacts import Contact, Number
from tocsin.terms.span import FieldSpans

_LISTED = ("directory line", COUNTRY_LINE, "run-on entry")
_FULL_STOP = re.compile(r"[^\W\d_A-Z]{4}\.$")
_POSSESSIVE = re.compile(r"['’]s$")  # 'call Governor Ann Sample's office'


def read_contacts(document: Document, home: str | None = None) -> tuple[Contact, ...]:
    """Contacts of a text; countries are where an office stands and whom it serves, numbers are read there.

    `home` is the country of the events: its offices are meant where no other is named.
    """
    sheet = lay_sheet(document)
    entries = _entries(sheet)
    home = home or _most_named(document)
    places = [stand(sheet, entry, document.language, home) for entry in entries]
    placed = zip(entries, unsettled(entries, places), strict=True)
    contacts = [_contact(sheet.page, entry, place, home) for entry, place in placed]
    return tie_repeats(merge_mentions(contacts, [is_of_readers(sheet, entry) for entry in entries]))


def _entries(sheet: Sheet) -> list[Entry]:
    """The surest layouts first: each takes its lines from the following ones."""
    entries = addressed_entries(sheet) or letterhead_entries(sheet)
    cues = find_cues(sheet)
    entries += under_copies(sheet, cues, directory_entries(sheet, _of(entries)))
    entries = as_copied(sheet, cues, entries)
    entries += passage_entries(sheet, cues, _of(entries))
    entries += leftover_entries(sheet, cues, _of(entries))
    strays = stray_entries(sheet, cues, Taken((m.start, m.end) for e in entries for m in e.marks))
    entries = with_strays(sheet, entries, strays)
    entries += greeted_entries(sheet, entries)
    return sorted((_as_meant(e) for e in entries if _says_something(e)), key=lambda e: e.start)


def _of(entries: list[Entry]) -> Taken:
    return Taken((entry.start, entry.end) for entry in entries)


def _as_meant(entry: Entry) -> Entry:
    """A court in a list of addresses for solidarity is one to protest to."""
    is_protested = entry.role == "solidarity_to" and entry.kind in OF_POWER
    return replace(entry, role="target") if is_protested else entry


def _says_something(entry: Entry) -> bool:
    return entry.role != "organiser" or entry.has_channel


def _most_named(document: Document) -> str | None:
    """The country that the text is about, as far as names tell."""
    named = Counter(code for _, code in country_mentions(document.text, document.language))
    return named.most_common(1)[0][0] if named else None


def _contact(page: Page, entry: Entry, place: Standing, home: str | None) -> Contact:
    phones, faxes = _numbers(entry, place, home)
    return Contact(
        role=entry.role,
        kind=entry.kind,
        office=_words(page, entry.office),
        person=_POSSESSIVE.sub("", _words(page, entry.person) or "") or None,
        of_country=place.of_country,
        in_country=place.in_country,
        serves=place.serves,
        address=_words(page, entry.address),
        phones=phones,
        faxes=faxes,
        emails=tuple(dict.fromkeys(m.value for m in entry.marks if m.kind == "email")),
        redacted_emails=sum(m.kind == "redaction" for m in entry.marks),
        spans=(page.at(entry.start, entry.end),),
        warnings=_warnings(page, entry, phones + faxes),
        field_spans=_field_spans(page, entry),
        confidence=0.9 if entry.has_channel or entry.rule == "directory line" else 0.6,
        rule=entry.rule,
    )


def _numbers(
    entry: Entry, place: Standing, home: str | None
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    printed = [(mark.value, mark.number) for mark in entry.marks if mark.number]
    if not printed:
        return (), ()
    from tocsin.language.phones import read_number  # here: no numbers, no numbering plans

    phones: dict[str, Number] = {}
    faxes: dict[str, Number] = {}
    for value, mark in printed:
        country = place.in_country or (None if mark.sure else home)
        number = read_number(value, country, place.city)
        if not (mark.sure or number.valid):
            continue
        if mark.kind != "fax":
            phones.setdefault(number.e164 or value, number)
        if mark.kind != "phone":
            faxes.setdefault(number.e164 or value, number)
    return tuple(phones.values()), tuple(faxes.values())


def _words(page: Page, bounds: Bounds | None) -> str | None:
    """Without the full stop of a sentence that ends there; 'Inc.' keeps its own."""
    if bounds is None:
        return None
    words = " ".join(page.text[slice(*bounds)].split()).strip(" ,;:")
    return (words[:-1] if _FULL_STOP.search(words) else words) or None


def _warnings(page: Page, entry: Entry, numbers: tuple[Number, ...]) -> tuple[str, ...]:
    address = _words(page, entry.address)
    found = {
        "run_on_entry": entry.runs_on,
        "lost_text": bool(address and has_lost_letters(address, entry.rule in _LISTED)),
        "stale_numbers": bool(numbers) and _is_stale(numbers),
        "no_channel": not entry.has_channel and not address,
    }
    return tuple(code for code, is_so in found.items() if is_so)


def _is_stale(numbers: tuple[Number, ...]) -> bool:
    from tocsin.language.phones import was_renumbered  # here, as above

    return any(not number.valid or was_renumbered(number) for number in numbers)


def _field_spans(page: Page, entry: Entry) -> FieldSpans:
    spans: FieldSpans = {
        name: (page.at(*bounds),)
        for name, bounds in (("office", entry.office), ("person", entry.person), ("address", entry.address))
        if bounds
    }
    for name, kinds in (
        ("emails", ("email",)),
        ("redacted_emails", ("redaction",)),
        ("numbers", ("number",)),
    ):
        found = tuple(page.at(m.start, m.end) for m in entry.marks if m.kind in kinds)
        if found:
            spans[name] = found
    return spans
