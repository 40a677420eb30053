"""Cue phrases of one part of a language file: one pass over a text tells which of them may stand in it, and where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from tocsin.language.phrase import Phrase, is_cut, joins_on
from tocsin.language.phrase_anchors import Classes
from tocsin.language.plain_phrases import Words, end_of_words
from tocsin.language.single_blanks import SingleBlanks, has_single_blanks, lower, single_blanks

REMEMBERED = 512  # finders ask for the same sentences again and again

Match = tuple[int, int, int]  # the number of the letters found, their start and end


class Hit(NamedTuple):
    """`code` is the key that the phrase stands under; offsets count in the text that was searched."""

    code: str
    start: int
    end: int


class Lead(NamedTuple):
    """A way to write a phrase; `rest` is what must follow the letters sought, from their open ending on."""

    place: int  # of the phrase in its part
    rank: int  # of the way among those of its phrase
    phrase: Phrase
    rest: Words

    def end(self, text: str, start: int, end: int) -> int | None:
        """Where the phrase ends whose first letters stand there; None where it goes on in another way."""
        if start and self.phrase.begins_a_word and joins_on(text[start - 1]):
            return None
        over = end_of_words(self.rest, text, end) if self.rest else end
        return None if over is None or (self.phrase.ends_a_word and is_cut(text, over)) else over


class Sought(NamedTuple):
    """The letters sought, by number: phrases that begin with them, and expressions that hold them."""

    matcher: AhoCorasick
    leads: Mapping[int, Sequence[Lead]]
    anchors: Mapping[int, Sequence[tuple[int, list[list[int]]]]]  # with the other sets one of each of which must stand
    unanchored: Sequence[int]


class Phrases:
    """Cue phrases under codes: `find` yields where each one stands in a text."""

    def __init__(self, by_code: Mapping[str, Iterable[str]], classes: Classes) -> None:
        self.phrases = [Phrase(code, one, classes) for code, ones in by_code.items() for one in ones]
        self.find = lru_cache(maxsize=REMEMBERED)(self._find)
        self._matches = lru_cache(maxsize=REMEMBERED)(self._scan)

    def _find(self, text: str) -> tuple[Hit, ...]:
        """Every hit, in the order of the list, not of the text."""
        blanks = single_blanks(text)
        return self._hits(text, blanks, self._sought.matcher.find_matches_as_indexes(blanks.text, overlapping=True))

    def within(self, text: str, start: int, end: int) -> tuple[Hit, ...]:
        """As `find(text[start:end])`; where many pieces of a text are asked for it is passed over only once."""
        piece = text[start:end]
        if not has_single_blanks(text):
            return self.find(piece)
        matches = [(number, a - start, b - start) for number, a, b in self._matches(text) if start <= a and b <= end]
        lowered = lower(piece)
        return self._hits(piece, SingleBlanks(lowered, lowered, None), matches)

    def _scan(self, text: str) -> list[Match]:
        return self._sought.matcher.find_matches_as_indexes(lower(text), overlapping=True)

    def first(self, text: str) -> Hit | None:
        """The earliest hit; of those that begin together the longest."""
        hits = self.find(text)
        return min(hits, key=_by_place) if hits else None

    def codes(self, text: str) -> list[str]:
        """The codes found, each once, in the order of the list."""
        return codes_of(self.find(text))

    def codes_within(self, text: str, start: int, end: int) -> list[str]:
        """As `codes(text[start:end])`."""
        return codes_of(self.within(text, start, end))

    @cached_property
    def _sought(self) -> Sought:
        return _sought(self.phrases)

    def _hits(self, text: str, blanks: SingleBlanks, matches: list[Match]) -> tuple[Hit, ...]:
        if not (matches or self._sought.unanchored):
            return ()
        spans = [*self._of_words(blanks, matches), *self._of_expressions(text, blanks.lowered, matches)]
        return tuple(Hit(self.phrases[index].code, start, end) for index, start, end in sorted(spans))

    def _of_words(self, blanks: SingleBlanks, matches: list[Match]) -> Iterator[tuple[int, int, int]]:
        """Where two hits of a phrase overlap the first stands, and the way that comes first."""
        leads = self._sought.leads
        found = [
            (lead.place, start, lead.rank, over)
            for number, start, end in matches
            for lead in leads.get(number, ())
            if (over := lead.end(blanks.text, start, end)) is not None
        ]
        last, free = -1, 0
        for index, start, _, end in sorted(found):
            if index != last or start >= free:
                yield index, *blanks.span(start, end)
                last, free = index, end

    def _of_expressions(
        self, text: str, lowered: str, matches: list[Match]
    ) -> Iterator[tuple[int, int, int]]:
        """Of those that may stand there: one of each set of their anchors does."""
        sought = self._sought
        tried = set(sought.unanchored)
        if sought.anchors:
            met = {match[0] for match in matches}
            for number in met & sought.anchors.keys():
                tried.update(i for i, others in sought.anchors[number] if not any(map(met.isdisjoint, others)))
        for index in tried:
            for start, end in self.phrases[index].spans_in(text, lowered):
                yield index, start, end


def codes_of(hits: tuple[Hit, ...]) -> list[str]:
    return list(dict.fromkeys(hit.code for hit in hits)) if hits else []


def _by_place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _sought(phrases: Sequence[Phrase]) -> Sought:
    numbers: dict[str, int] = {}
    leads: dict[int, list[Lead]] = defaultdict(list)
    anchors: dict[int, list[tuple[int, list[list[int]]]]] = defaultdict(list)
    unanchored = []
    for index, phrase in enumerate(phrases):
        for rank, (letters, rest) in enumerate(map(_parted, phrase.ways)):
            leads[numbers.setdefault(letters, len(numbers))].append(Lead(index, rank, phrase, rest))
        if not phrase.ways:
            sets = [[numbers.setdefault(one, len(numbers)) for one in ones] for ones in phrase.anchors]
            for number in sets[0] if sets else ():
                anchors[number].append((index, sets[1:]))
            unanchored += [] if sets else [index]
    return Sought(AhoCorasick(list(numbers)), leads, anchors, unanchored)


def _parted(way: Words) -> tuple[str, Words]:
    """The letters up to the first open ending, and what follows: 'arrest* and' -> 'arrest', any ending, ' and'."""
    spaced = [(" " * bool(number) + word, is_open) for number, (word, is_open) in enumerate(way)]
    first = next((number for number, (_, is_open) in enumerate(spaced) if is_open), None)
    if first is None:
        return "".join(word for word, _ in spaced), ()
    return "".join(word for word, _ in spaced[: first + 1]), (("", True), *spaced[first + 1 :])
