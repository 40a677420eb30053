"""Each sentence with the names, numbers, dates and countries marked in it: what all finders start from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.language.country_mentions import country_mentions
from tocsin.language.dates import FoundDate, find_dates
from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name, as_person, find_names, listed_in_capitals
from tocsin.language.places import city_country
from tocsin.language.reckoning import Anchor
from tocsin.reading.counts import FoundCount, find_counts
from tocsin.reading.document import Document, Sentence
from tocsin.reading.sections import Section
from tocsin.terms.span import Span

_DATELINE = re.compile(r"[^\W\d_a-z][^.;:!?]{2,50}(?:19|20)\d\d\)?\s+(?:[–—-]+)\s+")  # 'Dhaka, 5 May 2011 - '
_NEXT = re.compile(r"\s([a-zß-ÿ]+)")
_OF = re.compile(r"^\s+(?:of|from|at|with|for|de|del|du|von|der|di)(?:\s+(?:the|la|el|le|les|los))?\s+$")


@dataclass(frozen=True)
class Marked:
    """Offsets count in `sentence.text`; `planned` speaks of plans, `ahead` of days that are still to come."""

    sentence: Sentence
    names: tuple[Name, ...]
    people: tuple[Name, ...]
    counts: tuple[FoundCount, ...]
    dates: tuple[FoundDate, ...]
    countries: tuple[tuple[Span, str], ...]
    planned: bool
    ahead: bool

    @property
    def text(self) -> str:
        return self.sentence.text

    @property
    def section(self) -> Section:
        return self.sentence.section

    def span(self, start: int, end: int) -> Span:
        return self.sentence.at(start, end)


@dataclass(frozen=True)
class Material:
    """A document, its language's words and its marked sentences (furniture left out)."""

    document: Document
    words: Lexicon
    anchor: Anchor
    marked: tuple[Marked, ...]


def mark(document: Document, words: Lexicon, anchor: Anchor) -> Material:
    marked = tuple(
        _marked(sentence, words, anchor)
        for sentence in document.sentences
        if not sentence.section.is_furniture
    )
    return Material(document, words, anchor, marked)


def _marked(sentence: Sentence, words: Lexicon, anchor: Anchor) -> Marked:
    text = sentence.text
    planned = words.cues("planned").first(text) is not None
    ahead = words.cues("ahead").first(text) is not None
    countries = tuple(country_mentions(text, words.language))
    names = tuple(_without_places(name, countries) for name in find_names(text, words))
    dateline = _DATELINE.match(text)
    dates = tuple(
        day
        for day in find_dates(text, words, anchor, ahead)
        if not dateline or not dateline.start() <= day.start < dateline.end()
    )
    return Marked(
        sentence,
        names,
        tuple(_people(text, names, countries, words)),
        tuple(c for c in find_counts(text, words) if not any(d.start <= c.start < d.end for d in dates)),
        dates,
        countries,
        planned,
        ahead,
    )


def _people(
    text: str, names: tuple[Name, ...], countries: tuple[tuple[Span, str], ...], words: Lexicon
) -> Iterator[Name]:
    shouted = listed_in_capitals(text, words)
    if shouted and not _is_place(shouted, countries):
        yield shouted
    for name in names:
        person = as_person(name, words)
        if (
            person
            and not (shouted and person.start < shouted.end)
            and not _is_place(person, countries)
            and not _is_affiliation(person, names, text)
            and not _is_thing(person, text, words)
        ):
            yield person


def _is_thing(name: Name, text: str, words: Lexicon) -> bool:
    """'the Blue Lagoon', 'Kardze Gon monastery': people without a title take no article, and are no kind of place."""
    before = text[: name.start].lower().split()[-1:]
    after = _NEXT.match(text, name.end)
    if after and after[1] in words.words("not_names") - words.words("roles"):
        return True
    return name.title is None and bool(before) and before[0] in words.words("articles") - {"a", "an"}


def _is_affiliation(name: Name, names: tuple[Name, ...], text: str) -> bool:
    """'Jane Roe of Mainichi Shimbun': what stands after 'of' is where she works."""
    before = [other.end for other in names if other.end < name.start]
    return bool(before) and bool(_OF.match(text[before[-1] : name.start]))


def _without_places(name: Name, countries: tuple[tuple[Span, str], ...]) -> Name:
    """'Bangladesh Mahbubey Alam' -> 'Mahbubey Alam'."""
    for span, _ in countries:
        if span.start == name.start and span.end < name.end:
            rest = name.text[span.end - span.start :]
            kept = rest.lstrip()
            if len(kept.split()) > 1 and not re.match(r"\W", kept):
                return Name(name.end - len(kept), name.end, kept, name.title)
    return name


def _is_place(name: Name, countries: tuple[tuple[Span, str], ...]) -> bool:
    whole = Span(name.start, name.end)
    if any(span.overlaps(whole) and span.end - span.start >= 4 for span, _ in countries):
        return True
    return name.title is None and city_country(name.text) is not None
