"""The same thing demanded twice is one demand."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple

from tocsin.language.lexicon import Lexicon
from tocsin.reading.demand_pieces import acts
from tocsin.terms.calls import Demand
from tocsin.terms.span import Span

STEM, ALIKE = 5, 0.6
MOST = 150  # a demand is compared with so many before it, that a long text takes no longer a line than a short one
OF_PEOPLE = frozenset({"release", "reinstatement"})  # who is to be freed is told in many words
OF_ONE_LIST = "listed"
_NAME = re.compile(r"(?<=[\w,] )[^\W\d_a-z][^\W\d_]+")  # with a capital, not first
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3400-\u9fff]{2}")


class Told(NamedTuple):
    """A demand and what it is compared by: the stems of its words, proper names, what it asks for people first of all."""

    demand: Demand
    stems: frozenset[str]
    names: frozenset[str]
    for_people: frozenset[str]

    @property
    def said(self) -> frozenset[str]:
        """What is said beside the names: '[ensure that Ana] is treated', '[ensure that Ana] is not moved'."""
        return self.stems - {name[:STEM].lower() for name in self.names}


def each_once(demands: Iterable[Demand], words: Lexicon) -> tuple[Demand, ...]:
    """In the order of the text; of two that say the same the first given is kept."""
    kept: list[Told] = []
    places: list[Span] = []
    for demand in demands:
        told = _told(demand, words)
        stands_there = any(_is_held(span, places) for span in demand.spans)
        if not stands_there and not any(_is_same(told, other) for other in kept[-MOST:]):
            kept.append(told)
            for span in demand.spans:
                insort(places, span)
    return tuple(sorted((told.demand for told in kept), key=lambda demand: demand.spans[0]))


def _told(demand: Demand, words: Lexicon) -> Told:
    first = {hit.code for hit in acts(demand.text, words)[:1]}
    small = words.words("act_openers", "thing_openers", "clause_openers", "manners")
    told = [word for word in _WORD.findall(demand.text) if word.lower() not in small]
    names = frozenset() if demand.text.isupper() else frozenset(_NAME.findall(demand.text))
    return Told(demand, frozenset(word[:STEM].lower() for word in told), names, OF_PEOPLE & first)


def _is_held(span: Span, places: list[Span]) -> bool:
    """Whether it overlaps one of these, which are in order and apart."""
    at = bisect_left(places, span)
    return any(span.overlaps(place) for place in places[max(0, at - 1) : at + 1])


def _is_same(a: Told, b: Told) -> bool:
    """The same words, or both ask first of all for somebody's release, whatever they call her."""
    if _overlap(a.stems, b.stems) and (not a.names & b.names or _overlap(a.said, b.said)):
        return True
    if a.demand.rule.startswith(OF_ONE_LIST) and b.demand.rule.startswith(OF_ONE_LIST):
        return False
    return bool(a.for_people & b.for_people)


def _overlap(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and len(a & b) >= max(1, ALIKE * min(len(a), len(b)))
