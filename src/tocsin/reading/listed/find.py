"""The lists of people in a text: those whose rows look like names of people, or that a sentence announces as such."""

from collections.abc import Iterable, Sequence

from tocsin.language.countries import find_country
from tocsin.language.han import is_han, simplified
from tocsin.language.lexicon import Lexicon, lexicon
from tocsin.language.person_names import further_kinds, is_family_name, is_given_name
from tocsin.language.places import city_country
from tocsin.reading.listed.entries import Entry, NameList
from tocsin.reading.listed.in_lines import lists_in_lines
from tocsin.reading.listed.in_prose import lists_in_prose
from tocsin.terms.span import Span

KNOWN, KNOWN_IF_ANNOUNCED, OTHERWISE = 0.5, 0.1, 0.2  # shares of the rows
LEAD = 300  # letters before a list in which it is announced
ANNOUNCING = ("status", "group_status", "plights", "identified")


def lists_in_rows(text: str, lines: Sequence[Span], words: Lexicon) -> tuple[NameList, ...]:
    """Those printed a person a line; `lines` are the lines of the text that say something."""
    return tuple(one for one in lists_in_lines(text, lines) if _is_of_people(text, one, words))


def lists_in_paragraphs(text: str, paragraphs: Iterable[Span], words: Lexicon) -> tuple[NameList, ...]:
    """Those that run on in a paragraph."""
    found = (one for paragraph in paragraphs for one in lists_in_prose(text, paragraph))
    return tuple(one for one in found if _is_of_people(text, one, words))


def _is_of_people(text: str, listed: NameList, words: Lexicon) -> bool:
    entries = listed.entries
    others = sum(_is_no_person(entry, words) for entry in entries)
    if others > OTHERWISE * len(entries):
        return False
    known = sum(_is_known(entry) for entry in entries)
    lead = text[max(0, listed.span.start - LEAD) : listed.entries[0].name.start]
    is_announced = any(words.cues(part).first(lead) for part in ANNOUNCING)
    return known >= (KNOWN_IF_ANNOUNCED if is_announced else KNOWN) * len(entries)


def _is_no_person(entry: Entry, words: Lexicon) -> bool:
    """A body, a thing, a country or a town."""
    parts = [part.lower() for part in entry.text.split()]
    return (
        any(part in words.words("not_names", "function_words") for part in parts)
        or words.cues("organisations").first(entry.text) is not None
        or find_country(entry.text) is not None
        or city_country(entry.text) is not None
    )


def _is_known(entry: Entry) -> bool:
    """A part of it is known as a name."""
    if is_han(entry.text[0]):
        families = lexicon("zh").words("family_names")
        return any(simplified(entry.text)[:size] in families for size in (1, 2))
    return any(
        is_given_name(part) or is_family_name(part) or further_kinds(part)
        for part in entry.text.split()
        if len(part) > 1
    )
