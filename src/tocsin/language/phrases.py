"""The notation in which translators write cue phrases, and the search for them.

`arrest*` any ending · `(a|b)` one of · `[x]` may be missing · `...` up to sixty characters between ·
`{name}` one of the phrases of a class of the same file · `organi?e` any one letter · `(the )?` may be missing, with its
blank · `#` a number in digits. Blanks match any blank; letter case does not matter.

One pass over a text tells which of them may stand in it, and where.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from tocsin.language.phrase import Phrase, Unfolded, is_cut, joins_on
from tocsin.language.phrase_anchors import Classes
from tocsin.language.plain_phrases import is_of_a_word
from tocsin.language.single_blanks import SingleBlanks, has_single_blanks, lower

REMEMBERED = 512  # finders ask for the same sentences again and again

Match = tuple[int, int, int]  # the number of the letters found, their start and end
Spot = tuple[int, int, int]  # the place of a phrase in its part, its start and end


class Hit(NamedTuple):
    """`code` is the key that the phrase stands under; offsets count in the text that was searched."""

    code: str
    start: int
    end: int


class Lead(NamedTuple):
    """A way to write a phrase; `rest` is what must follow the letters sought, each piece after any ending of a word."""

    place: int  # of the phrase in its part
    rank: int  # of the way among those of its phrase
    begins_a_word: bool
    ends_a_word: bool
    rest: tuple[str, ...]

    def end(self, text: str, start: int, end: int) -> int | None:
        """Where the phrase ends whose first letters stand there; None where it goes on in another way."""
        if start and self.begins_a_word and joins_on(text[start - 1]):
            return None
        for piece in self.rest:
            while end < len(text) and is_of_a_word(text[end]):
                end += 1
            if not text.startswith(piece, end):
                return None
            end += len(piece)
        return None if self.ends_a_word and is_cut(text, end) else end


class Anchored(NamedTuple):
    """An expression that holds the letters sought; of each of the other sets of letters one must stand, too."""

    place: int
    others: Sequence[frozenset[int]]


class Sought(NamedTuple):
    """The letters sought, by number: phrases that begin with them, and expressions that hold them."""

    matcher: AhoCorasick
    leads: Mapping[int, Sequence[Lead]]
    anchors: Mapping[int, Sequence[Anchored]]
    unanchored: Sequence[int]

    @property
    def has_expressions(self) -> bool:
        return bool(self.anchors or self.unanchored)

    def worth_trying(self, met: set[int]) -> set[int]:
        """The places of expressions of each set of whose anchors one was met."""
        tried = set(self.unanchored)
        for number in met & self.anchors.keys():
            for place, others in self.anchors[number]:
                if not (others and any(map(met.isdisjoint, others))):
                    tried.add(place)
        return tried


class Phrases:
    """Cue phrases under codes: `find` yields where each one stands in a text."""

    def __init__(
        self,
        by_code: Mapping[str, Iterable[str]],
        classes: Classes,
        known: Mapping[str, Unfolded] = MappingProxyType({}),
    ) -> None:
        """`known` holds phrases unfolded before."""
        self.phrases = [
            Phrase(code, one, classes, known.get(one)) for code, ones in by_code.items() for one in ones
        ]
        self.find = lru_cache(maxsize=REMEMBERED)(self._find)

    def _find(self, text: str) -> tuple[Hit, ...]:
        """Every hit, in the order of the list, not of the text."""
        lowered, single = _evened(text)
        sought = self._sought
        matches = sought.matcher.find_matches_as_indexes(single.text if single else lowered, overlapping=True)
        if not (matches or sought.unanchored):
            return ()
        spans = list(_written(sought.leads, single.text if single else lowered, matches))
        if single:
            spans = [(place, single.origin(start), single.origin(end - 1) + 1) for place, start, end in spans]
        for place in sought.worth_trying({match[0] for match in matches}) if sought.has_expressions else ():
            spans += [(place, start, end) for start, end in self.phrases[place].spans_in(text, lowered)]
        return tuple([Hit(self.phrases[place].code, start, end) for place, start, end in sorted(spans)])

    def first(self, text: str) -> Hit | None:
        """The earliest hit; of those that begin together the longest."""
        hits = self.find(text)
        return min(hits, key=_by_place) if hits else None

    def codes(self, text: str) -> list[str]:
        """The codes found, each once, in the order of the list."""
        hits = self.find(text)
        return list(dict.fromkeys(hit.code for hit in hits)) if hits else []

    @cached_property
    def _sought(self) -> Sought:
        return _sought(self.phrases)


@lru_cache(REMEMBERED)
def _evened(text: str) -> tuple[str, SingleBlanks | None]:
    """In lower case, and with single blanks where it has others; the parts of a lexicon are sought in the same texts."""
    lowered = lower(text)
    return lowered, None if has_single_blanks(text) else SingleBlanks(lowered)


def _written(leads: Mapping[int, Sequence[Lead]], text: str, matches: list[Match]) -> Iterator[Spot]:
    """Where phrases stand in full; where two of one phrase overlap the first, and the way that comes first."""
    found = [
        (lead.place, start, lead.rank, over)
        for number, start, end in matches
        if number in leads
        for lead in leads[number]
        if (over := lead.end(text, start, end)) is not None
    ]
    last, free = -1, 0
    for place, start, _, end in sorted(found):
        if place != last or start >= free:
            yield place, start, end
            last, free = place, end


def _by_place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _sought(phrases: Sequence[Phrase]) -> Sought:
    numbers: dict[str, int] = {}
    leads: dict[int, list[Lead]] = defaultdict(list)
    anchors: dict[int, list[Anchored]] = defaultdict(list)
    unanchored = []
    for place, phrase in enumerate(phrases):
        bounds = phrase.begins_a_word, phrase.ends_a_word
        ways = phrase.ways
        for rank, way in enumerate(ways):
            letters, *rest = way.split("*")
            leads[numbers.setdefault(letters, len(numbers))].append(Lead(place, rank, *bounds, tuple(rest)))
        if not ways:
            sets = [
                frozenset(numbers.setdefault(one, len(numbers)) for one in ones) for ones in phrase.anchors
            ]
            for number in sets[0] if sets else ():
                anchors[number].append(Anchored(place, sets[1:]))
            unanchored += [] if sets else [place]
    return Sought(AhoCorasick(list(numbers)), leads, anchors, unanchored)
