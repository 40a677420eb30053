"""A report -> its draft."""

import hashlib
import re
from dataclasses import replace

from tocsin.intake.receive import Received, receive
from tocsin.language.dates import find_dates
from tocsin.language.detect import detect_language
from tocsin.language.figure_dates import writes_month_first
from tocsin.language.lexicon import lexicon
from tocsin.language.reckoning import Anchor, anchor_of
from tocsin.reading.addressed import note_addressed
from tocsin.reading.as_printed import as_printed
from tocsin.reading.asks import find_asks
from tocsin.reading.contacts.read import read_contacts
from tocsin.reading.country import find_country
from tocsin.reading.coverage import cover
from tocsin.reading.demands import find_demands
from tocsin.reading.document import Document, lay_out
from tocsin.reading.dossiers import spoken_of
from tocsin.reading.flags.find import find_flags
from tocsin.reading.flags.leads import MESSAGES as LEADS
from tocsin.reading.groups import find_groups
from tocsin.reading.headline import find_headline
from tocsin.reading.in_passing import with_doubts
from tocsin.reading.incidents import find_incidents
from tocsin.reading.links import read_links
from tocsin.reading.listed.entries import without_names
from tocsin.reading.listed.missing import list_warnings
from tocsin.reading.marks import mark
from tocsin.reading.officials import find_officials
from tocsin.reading.organisations import find_organisations
from tocsin.reading.people import find_people
from tocsin.reading.sections import Section
from tocsin.reading.standing import know_people
from tocsin.reading.statements import find_statements
from tocsin.reading.warnings import find_warnings
from tocsin.terms.draft import Draft, Source, Warning
from tocsin.terms.span import Span

TOP, LONGEST_DATELINE = 10, 80
OF_ADDRESSES = frozenset({Section.CONTACTS, Section.COPIES, Section.DONATION})  # 'Vilnius 2009' is no year
_YEARS = re.compile(r"(?:19[89]|20[0-4])\d(?<!\d{5})(?!\d)")


def read_bytes(data: bytes, name: str, published: str | None = None) -> Draft:
    """Bytes as received -> draft; `published` is EDTF. Raises `intake.errors.Unreadable`, in words for people."""
    return _read(receive(data, name), name, hashlib.sha256(data).hexdigest(), published)


def read_text(text: str, name: str, published: str | None = None) -> Draft:
    """The same for a text that was pasted; its hash is that of its UTF-8."""
    data = text.encode("utf-8", errors="surrogatepass")
    received = Received(text, "text/plain", "utf-8", None, ())
    return _read(received, name, hashlib.sha256(data).hexdigest(), published)


def _read(received: Received, name: str, sha256: str, published: str | None) -> Draft:
    published = published or received.published
    document = _laid_out(received.text, published)
    language = document.language
    source = Source(sha256, name, received.media_type, len(received.text), language, published, received.text)
    draft = _found(document, source)
    notes = tuple(
        Warning(note.code, note.message, note.spans or _first(document))
        for note in received.notes
        if document.sentences
    )
    told = {note.code for note in notes}
    rest = tuple(warning for warning in draft.warnings if warning.code not in told)
    return replace(draft, warnings=(*notes, *rest))


def _laid_out(text: str, published: str | None) -> Document:
    """In the language of what stands around the names, where long lists of them tell of none."""
    document = lay_out(text, detect_language(text), published)
    if not document.lists:
        return document
    language = detect_language(without_names(text, document.lists)) or document.language
    return document if language == document.language else lay_out(text, language, published)


def _first(document: Document) -> tuple[Span, ...]:
    return (document.sentences[0].span,)


def _found(document: Document, source: Source) -> Draft:
    words = lexicon(document.language)
    material = mark(document, words, _anchor(document))
    country = find_country(material)
    contacts = read_contacts(document, country.code if country else None)
    dossiers = know_people(material)
    note_addressed(dossiers, contacts, words)
    officials = find_officials(material, dossiers)
    people = find_people(material, dossiers)
    demands, asks = find_demands(material), find_asks(material)
    statements = find_statements(material, officials)
    told = find_incidents(material, people, spoken_of(dossiers), asks, statements)
    incidents = with_doubts(told, material)
    draft = Draft(
        source=source,
        headline=find_headline(document),
        country=country,
        people=people,
        groups=find_groups(material),
        officials=officials,
        organisations=find_organisations(material),
        incidents=incidents,
        demands=demands,
        asks=asks,
        contacts=contacts,
        statements=statements,
        links=read_links(document),
        warnings=(
            *find_flags(material, dossiers, incidents, contacts),
            *find_warnings(material, demands, asks, contacts),
            *list_warnings(material, people),
        ),
    )
    placed = cover(document, _evidence(draft), words)
    return replace(as_printed(draft, document.text), source=source, coverage=placed)


def _evidence(draft: Draft) -> tuple[object, ...]:
    """Everything read but the country, whose name stands everywhere, and warnings that are no leads."""
    return (
        draft.headline, draft.people, draft.groups, draft.officials, draft.organisations, draft.incidents,
        draft.demands, draft.asks, draft.contacts, draft.statements, draft.links,
        tuple(warning for warning in draft.warnings if warning.code in LEADS),
    )  # fmt: skip


def _anchor(document: Document) -> Anchor:
    """From the day of publication; without one from a full date on a line of its own near the top."""
    told = (line.text for line in document.lines if line.section not in OF_ADDRESSES)
    years = tuple(sorted({int(year) for text in told for year in _YEARS.findall(text)}, reverse=True))
    anchor = anchor_of(document.published or _dateline(document), years)
    return replace(anchor, month_first=document.language == "en" and writes_month_first(document.text))


def _dateline(document: Document) -> str | None:
    words = lexicon(document.language)
    for line in document.lines[:TOP]:
        if len(line.text) <= LONGEST_DATELINE:
            for date in find_dates(line.text, words, anchor_of(None)):
                if date.has_day and date.edtf[0] != "X":
                    return date.edtf
    return None
