"""What a reviewer should look at first: what the text lacks, and what in it is no appeal."""

from collections.abc import Iterator

from tocsin.reading.country import is_guessed
from tocsin.reading.document import Document
from tocsin.reading.marks import Material
from tocsin.reading.sections import Section
from tocsin.terms.calls import Ask, Demand
from tocsin.terms.contacts import Contact
from tocsin.terms.draft import Warning
from tocsin.terms.span import Span, Spans

MOST_SPANS = 20
LONGEST_LOGIN = 3000


def find_warnings(
    material: Material, demands: tuple[Demand, ...], asks: tuple[Ask, ...], contacts: tuple[Contact, ...]
) -> tuple[Warning, ...]:
    document = material.document
    if not document.sentences:
        return ()
    whole = (document.sentences[0].span,)
    return (
        *_furniture(document),
        *_years(material),
        *_login(material),
        *_charset(document),
        *_calls(whole, demands, asks, contacts),
        *_language(document, whole),
        *_country(material, whole),
    )


def _furniture(document: Document) -> Iterator[Warning]:
    money = tuple(s.span for s in document.sentences if s.section is Section.DONATION)
    if money:
        message = "The publisher asks for money for itself here; it is left out as no part of the case."
        yield Warning("site_donation", message, money[:MOST_SPANS])


def _years(material: Material) -> Iterator[Warning]:
    unknown = tuple(m.span(d.start, d.end) for m in material.marked for d in m.dates if d.year_is_unknown)
    if unknown:
        message = "These dates have no year and the day of publication is not known: give it and read again."
        yield Warning("year_unknown", message, unknown[:MOST_SPANS])


def _login(material: Material) -> Iterator[Warning]:
    """The words of a page to sign in, saved as text."""
    text = material.document.text
    if len(text) >= LONGEST_LOGIN:
        return
    hits = [h for h in material.words.cues("sections").find(text) if h.code == "login"]
    if len(hits) > 1:
        message = (
            "This looks like a page to sign in, not the article: open it in a browser and save the text."
        )
        yield Warning("login_page", message, (Span(hits[0].start, hits[0].end),))


MOJIBAKE = ("\ufffd", "Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã¡", "â€™", "â€œ", "â€“", "Ð°Ð", "Ñ€Ð", "Ð¾Ð", "ï»¿")


def _charset(document: Document) -> Iterator[Warning]:
    spans: Spans = tuple(
        Span(at, at + len(sign)) for sign in MOJIBAKE if (at := document.text.find(sign)) >= 0
    )
    if spans:
        message = "Some letters look wrongly decoded; if names look broken, save the text as UTF-8 and read it again."
        yield Warning("charset_doubtful", message, tuple(sorted(spans)))


def _calls(
    whole: Spans, demands: tuple[Demand, ...], asks: tuple[Ask, ...], contacts: tuple[Contact, ...]
) -> Iterator[Warning]:
    if not asks and not demands and not contacts:
        yield Warning(
            "no_appeal", "No demand, no ask and no address was found: this may not be an appeal.", whole
        )
        return
    if not asks:
        yield Warning("no_ask", "The text asks its readers for nothing that was recognised.", whole)
    elif not contacts:
        yield Warning("no_channel", "The text asks for something, but no address or number was found.", whole)


def _language(document: Document, whole: Spans) -> Iterator[Warning]:
    from tocsin.language.lexicon import languages

    code = (document.language or "").split("-")[0]
    if code not in languages():
        known = ", ".join(sorted(languages()))
        message = f"The language could not be told or is not one the reader knows ({known}): read it by hand."
        yield Warning("language_unknown", message, whole)


def _country(material: Material, whole: Spans) -> Iterator[Warning]:
    if is_guessed(material):
        message = "No country or town was recognised: the country is a guess by the language or an address. Say which it is."
        yield Warning("country_guessed", message, whole)
