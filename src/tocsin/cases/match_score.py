"""How much a report looks like a case: what both speak of, weighed. Pure: no database.

The weights are our own judgement: a person is worth most, since two cases seldom share one; what many cases speak of
(a capital, a ministry) weighs less with each case that does.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, permutations
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
BEGINNING = 3  # letters
SAME_FROM = (
    0.85  # of `same_name`: two whole names, or initials and a family name, whatever their script or case
)
Block = tuple[str, str, str]
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


Common = dict[str, list[tuple[float, str]]]


@dataclass(frozen=True)
class Mark:
    """One place, body or official that the report names, and the cases that do; it weighs the more, the fewer they are."""

    kind: str
    key: str
    weight: float
    cases: Set[int]


class CaseIndex:
    """The member's cases by what they speak of, so that a report is weighed against those alone that share something."""

    def __init__(self, cases: Mapping[int, Traits]) -> None:
        self.cases = cases
        self._names = NameIndex()
        self._keys: dict[str, dict[str, set[int]]] = {kind: defaultdict(set) for kind in WEIGHTS}
        for pk, traits in cases.items():
            for name in traits.people.values():
                self._names.add(name, pk)
            for kind, by_key in self._keys.items():
                for key in getattr(traits, kind):
                    by_key[key].add(pk)

    def best(self, report: Traits) -> tuple[int, Shared] | None:
        """The case that it looks like most, or None where none reaches the threshold."""
        people, marks = self._people(report), self._marks(report)
        common = _of_each(marks, _likely(people, marks))
        scored = [(self._score(report, pk, len(people.get(pk, ())), held), pk) for pk, held in common.items()]
        score, likest = max(scored, default=(0.0, 0))
        if score < THRESHOLD:
            return None
        return likest, self._shared(report, likest, people.get(likest, []), common[likest], score)

    def _marks(self, report: Traits) -> list[Mark]:
        """What the report speaks of and cases do, too."""
        return [
            Mark(kind, key, 1 / (1 + log2(len(sharing))), sharing)
            for kind, by_key in self._keys.items()
            for key in getattr(report, kind)
            if (sharing := by_key.get(key))
        ]

    def _people(self, report: Traits) -> dict[int, list[str]]:
        """Case -> the report's people who are in it."""
        found: dict[int, list[str]] = defaultdict(list)
        for name in report.people.values():
            for pk in self._names.cases_with(name):
                found[pk].append(name)
        return found

    def _score(self, report: Traits, pk: int, people: int, common: Common) -> float:
        case = self.cases[pk]
        score = _of_people(people) + sum(_weight(kind, weighed) for kind, weighed in common.items())
        score += COUNTRY * (bool(report.country) and report.country == case.country)
        score += NEAR * _is_near(report.days, case.days) + PUBLISHER * bool(
            report.publishers & case.publishers
        )
        if report.country and case.country and report.country != case.country and people < 2:
            score /= 2  # one namesake abroad is most often another person
        return score

    def _shared(self, report: Traits, pk: int, people: list[str], common: Common, score: float) -> Shared:
        case = self.cases[pk]
        words = {
            kind: tuple(getattr(report, kind)[key] for _weight, key in common.get(kind, ()))
            for kind in WEIGHTS
        }
        return Shared(
            tuple(people),
            **words,
            is_same_country=bool(report.country) and report.country == case.country,
            is_near=_is_near(report.days, case.days),
            is_same_publisher=bool(report.publishers & case.publishers),
            score=score,
        )


def _likely(people: Mapping[int, list[str]], marks: Iterable[Mark]) -> list[int]:
    """The cases that may reach the threshold: most share a capital alone, and nothing else could make them likely."""
    most: dict[int, float] = defaultdict(float)
    for pk, names in people.items():
        most[pk] = _of_people(len(names))
    for mark in marks:
        weight = WEIGHTS[mark.kind] * mark.weight
        for pk in mark.cases:
            most[pk] += weight
    return [pk for pk, score in most.items() if score + COUNTRY + NEAR + PUBLISHER >= THRESHOLD]


def _of_each(marks: Iterable[Mark], cases: Iterable[int]) -> dict[int, Common]:
    """Case -> what it shares with the report, by kind: each key with its weight."""
    found: dict[int, Common] = {pk: defaultdict(list) for pk in cases}
    for mark in marks:
        for pk in found.keys() & mark.cases:
            found[pk][mark.kind].append((mark.weight, mark.key))
    return found


def _of_people(people: int) -> float:
    return PERSON + NEXT_PERSON * (people - 1) if people else 0.0


def _weight(kind: str, weighed: list[tuple[float, str]]) -> float:
    heaviest = sorted((weight for weight, _key in weighed), reverse=True)
    return WEIGHTS[kind] * sum(heaviest[:MOST_OF_A_KIND])


def person_key(name: str) -> str:
    """Folded over scripts and ways to transliterate: 'Sokolova' and 'Соколова' give one key."""
    return " ".join(folded(word) for word in name_words(name))


class NameIndex:
    """Names and the cases that they stand in, in blocks, so that a name is compared with the few that may be it."""

    def __init__(self) -> None:
        self._cases: dict[str, set[int]] = defaultdict(set)
        self._near: dict[Block, set[str]] = defaultdict(set)

    def add(self, name: str, case: int) -> None:
        self._cases[name].add(case)
        for block in _blocks(name):
            self._near[block].add(name)

    def cases_with(self, name: str) -> set[int]:
        near = set().union(*(self._near.get(block, set()) for block in _blocks(name)))
        return set().union(*(self._cases[o] for o in near if same_name(name, o).score >= SAME_FROM))


@lru_cache(8192)
def _blocks(name: str) -> frozenset[Block]:
    """How two of the words sound, and how one begins beside the first letter of another: 'N. Sokolova'. One word: itself."""
    words = [folded(word) for word in name_words(name)[:MOST_WORDS]]
    if len(words) < 2:
        return frozenset(("alone", word, "") for word in words)
    begin = [("begin", one[:1], other[:BEGINNING]) for one, other in permutations(words, 2)]
    sound = combinations(sorted(sounded(word) for word in name_words(name)[:MOST_WORDS]), 2)
    return frozenset([*begin, *(("sound", *pair) for pair in sound)])


def _is_near(these: tuple[int, ...], those: tuple[int, ...]) -> bool:
    if not these or not those:
        return False
    return min(these) - NEAR_DAYS <= max(those) and min(those) - NEAR_DAYS <= max(these)
