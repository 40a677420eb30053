"""How much a report looks like a case: what both speak of, weighed. Pure: no database.

The weights are our own judgement: a person is worth most, since two cases seldom share one; what many cases speak of
(a capital, a ministry) weighs less with each case that does.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from math import log2

from tocsin.language.name_fold import folded, name_words, sounded
from tocsin.language.same_name import same_name

PERSON, NEXT_PERSON = 4.0, 2.0
OFFICIAL, ORGANISATION, OFFICE, PLACE = 2.0, 1.5, 1.0, 1.5
COUNTRY, NEAR, PUBLISHER = 0.5, 1.0, 0.5
MOST_OF_A_KIND = 3  # places, offices ... beyond that many say nothing new
THRESHOLD = 3.0
NEAR_DAYS = 45
MOST_WORDS = 6  # of a name
_SHORTEST_WORD = 3
SPELT_FROM = 0.85  # of `same_name`: two whole names, whatever their script or case
Pair = tuple[str, str, str]
WEIGHTS = {"places": PLACE, "officials": OFFICIAL, "organisations": ORGANISATION, "offices": OFFICE}


@dataclass(frozen=True)
class Traits:
    """What a report or a case speaks of: folded key -> the words to show. `days` are ordinals of its incidents."""

    people: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    officials: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)
    country: str = ""
    publishers: frozenset[str] = frozenset()
    days: tuple[int, ...] = ()


@dataclass(frozen=True)
class Shared:
    """What a report has in common with a case: the words to show, kind by kind."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    is_same_country: bool = False
    is_near: bool = False
    is_same_publisher: bool = False
    score: float = 0.0


class CaseIndex:
    """The member's cases by what they speak of, so that a report is weighed against those alone that share something."""

    def __init__(self, cases: Mapping[int, Traits]) -> None:
        self.cases = cases
        self._names = NameIndex()
        self._keys: dict[str, dict[str, set[int]]] = {kind: defaultdict(set) for kind in WEIGHTS}
        for pk, traits in cases.items():
            for name, words in traits.people.items():
                self._names.add(name, pk, words)
            for kind, by_key in self._keys.items():
                for key in getattr(traits, kind):
                    by_key[key].add(pk)

    def best(self, report: Traits) -> tuple[int, Shared] | None:
        """The case that it looks like most, or None where none reaches the threshold."""
        people = self._people(report)
        scored = [
            (self._score(report, pk, len(people.get(pk, ()))), pk)
            for pk in self._candidates(report) | set(people)
        ]
        score, likest = max(scored, default=(0.0, 0))
        return (likest, self._shared(report, likest, people[likest], score)) if score >= THRESHOLD else None

    def _people(self, report: Traits) -> dict[int, list[str]]:
        """Case -> the report's people who are in it."""
        found: dict[int, list[str]] = defaultdict(list)
        for key, words in report.people.items():
            for pk in self._names.cases_with(key, words):
                found[pk].append(words)
        return found

    def _score(self, report: Traits, pk: int, people: int) -> float:
        case = self.cases[pk]
        score = PERSON + NEXT_PERSON * (people - 1) if people else 0.0
        score += sum(
            self._weight(kind, _common(getattr(report, kind), getattr(case, kind))) for kind in WEIGHTS
        )
        score += COUNTRY * (bool(report.country) and report.country == case.country)
        score += NEAR * _is_near(report.days, case.days) + PUBLISHER * bool(
            report.publishers & case.publishers
        )
        if report.country and case.country and report.country != case.country and people < 2:
            score /= 2  # one namesake abroad is most often another person
        return score

    def _shared(self, report: Traits, pk: int, people: list[str], score: float) -> Shared:
        case = self.cases[pk]
        common = {kind: _common(getattr(report, kind), getattr(case, kind)) for kind in WEIGHTS}
        words = {kind: tuple(getattr(report, kind)[key] for key in keys) for kind, keys in common.items()}
        return Shared(
            tuple(people),
            **words,
            is_same_country=bool(report.country) and report.country == case.country,
            is_near=_is_near(report.days, case.days),
            is_same_publisher=bool(report.publishers & case.publishers),
            score=score,
        )

    def _candidates(self, report: Traits) -> set[int]:
        found = [
            by_key.get(key, set()) for kind, by_key in self._keys.items() for key in getattr(report, kind)
        ]
        return set().union(*found)

    def _weight(self, kind: str, keys: list[str]) -> float:
        if not keys:
            return 0.0
        weights = sorted((1 / (1 + log2(len(self._keys[kind][key]))) for key in keys), reverse=True)
        return WEIGHTS[kind] * sum(weights[:MOST_OF_A_KIND])


def person_key(name: str) -> str:
    """Folded over scripts and ways to transliterate: 'Sokolova' and 'Соколова' give one key."""
    return " ".join(folded(word) for word in name_words(name))


class NameIndex:
    """Folded names and the cases that they stand in. Of two names of one person, the shorter's words stand in the longer."""

    def __init__(self) -> None:
        self._cases: dict[str, set[int]] = defaultdict(set)
        self._with: dict[str, set[str]] = defaultdict(set)
        self._of: dict[frozenset[str], set[str]] = defaultdict(set)
        self._said: dict[str, str] = {}
        self._near: dict[Pair, set[str]] = defaultdict(set)

    def add(self, name: str, case: int, said: str = "") -> None:
        """`said`: the name as it stands in the case."""
        words = _telling(name)
        self._said[name] = said or name
        for pair in _pairs(said or name):
            self._near[pair].add(name)
        self._cases[name].add(case)
        self._of[words].add(name)
        for word in words:
            self._with[word].add(name)

    def cases_with(self, name: str, said: str = "") -> set[int]:
        alike = {other for other in self._alike(name) if is_same(name, other)} | self._spelt(said or name)
        return set().union(*(self._cases[other] for other in alike))

    def _spelt(self, said: str) -> set[str]:
        """Names of two words and more that sound or begin alike: in another case of Russian, in another script."""
        near = set().union(*(self._near.get(pair, set()) for pair in _pairs(said)))
        return {other for other in near if same_name(said, self._said[other]).score >= SPELT_FROM}

    def _alike(self, name: str) -> set[str]:
        words = sorted(_telling(name))[:MOST_WORDS]
        if not words:
            return set()
        shorter = [
            self._of.get(frozenset(part), set())
            for n in range(len(words))
            for part in combinations(words, n + 1)
        ]
        longer = set.intersection(*(self._with.get(word, set()) for word in words))
        return longer.union(*shorter)


@lru_cache(8192)
def _pairs(said: str) -> frozenset[Pair]:
    """By which names of more than one word are found: how two of the words begin, and how two of them sound."""
    words = [word for word in name_words(said) if len(word) >= 2][:MOST_WORDS]
    begin = combinations(sorted(folded(word)[:_SHORTEST_WORD] for word in words), 2)
    sound = combinations(sorted(sounded(word) for word in words), 2)
    return frozenset([*(("begin", *pair) for pair in begin), *(("sound", *pair) for pair in sound)])


def _telling(key: str) -> frozenset[str]:
    """The words that are no initials."""
    return frozenset(word for word in key.split() if len(word) >= _SHORTEST_WORD)


@lru_cache(8192)
def is_same(one: str, other: str) -> bool:
    """Each word or initial of the shorter has its own in the longer; a single word is no proof unless both are that."""
    small, large = sorted((Counter(one.split()), Counter(other.split())), key=lambda words: words.total())
    if small.total() < 2:
        return one == other and len(one) >= _SHORTEST_WORD
    left = list((large - small).elements())
    for word in (small - large).elements():
        match = next((w for w in left if min(len(w), len(word)) == 1 and w[0] == word[0]), None)
        if match is None:
            return False
        left.remove(match)
    return any(len(word) >= _SHORTEST_WORD for word in small & large)


def _common(these: Mapping[str, str], those: Mapping[str, str]) -> list[str]:
    return [key for key in these if key in those]


def _is_near(these: tuple[int, ...], those: tuple[int, ...]) -> bool:
    if not these or not those:
        return False
    return min(these) - NEAR_DAYS <= max(those) and min(those) - NEAR_DAYS <= max(these)
