"""Each sentence with the names, numbers, dates and countries marked in it: what all finders start from."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from tocsin.language.dates import find_dates
from tocsin.language.found_date import FoundDate
from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.reckoning import Anchor
from tocsin.reading.counts import FoundCount, find_counts
from tocsin.reading.document import Document, Sentence
from tocsin.reading.listed.named import Listed
from tocsin.reading.naming import Seen, around, see_names, settle_all, with_others
from tocsin.reading.sections import Section
from tocsin.terms.span import Span

_DATELINE = re.compile(r"[^\W\d_a-z][^.;:!?]{2,50}(?:19|20)\d\d\)?\s+(?:[–—-]+)\s+")  # 'Dhaka, 5 May 2011 - '


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

    @cached_property  # asked for some sixty times a sentence
    def text(self) -> str:
        return self.sentence.text

    @cached_property
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

    def home(self, place: int) -> Marked | None:
        """The sentence that holds the letter at `place` of the document; between two the one before."""
        index = bisect_right(self._starts, place) - 1
        return self.marked[index] if index >= 0 else None

    @cached_property
    def _starts(self) -> list[int]:
        return [marked.sentence.span.start for marked in self.marked]


def mark(document: Document, words: Lexicon, anchor: Anchor) -> Material:
    told = [sentence for sentence in document.sentences if not sentence.section.is_furniture]
    seen = [see_names(sentence.text, words) for sentence in told]
    whole = around(document.text, seen, words)
    settled = settle_all([sentence.text for sentence in told], seen, whole, words)
    listed = Listed(document.lists)
    people = (listed.named_in(sentence, ones) for sentence, ones in zip(told, settled, strict=True))
    marked = tuple(
        _marked(sentence, names, ones, words, anchor)
        for sentence, names, ones in zip(told, seen, people, strict=True)
    )
    return Material(document, words, anchor, marked)


def _marked(
    sentence: Sentence, seen: Seen, people: tuple[Name, ...], words: Lexicon, anchor: Anchor
) -> Marked:
    text = sentence.text
    planned = words.cues("planned").first(text) is not None
    ahead = words.cues("ahead").first(text) is not None
    dateline = _DATELINE.match(text)
    dates = tuple(
        day
        for day in find_dates(text, words, anchor, ahead)
        if not dateline or not dateline.start() <= day.start < dateline.end()
    )
    return Marked(
        sentence,
        with_others(seen, people),
        people,
        tuple(c for c in find_counts(text, words) if not any(d.start <= c.start < d.end for d in dates)),
        dates,
        seen.countries,
        planned,
        ahead,
    )
