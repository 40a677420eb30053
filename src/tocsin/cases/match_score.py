"""How much a report looks like a case: what both speak of, weighed. Pure: no database.

The weights are our own judgement: a person is worth most, since two cases seldom share one; what many cases speak of
(a capital, a ministry) weighs less with each case that does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log2

from tocsin.language.cyrillic import to_latin
from tocsin.language.name_keys import name_key

PERSON, NEXT_PERSON = 4.0, 2.0
OFFICIAL, ORGANISATION, OFFICE, PLACE = 2.0, 1.5, 1.0, 1.5
COUNTRY, NEAR, PUBLISHER = 0.5, 1.0, 0.5
MOST_OF_A_KIND = 3  # places, offices ... beyond that many say nothing new
THRESHOLD = 3.0
NEAR_DAYS = 45
_SHORTEST_WORD = 3
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
        self._words: dict[str, set[int]] = defaultdict(set)
        self._keys: dict[str, dict[str, set[int]]] = {kind: defaultdict(set) for kind in WEIGHTS}
        for pk, traits in cases.items():
            for name in traits.people:
                for word in _telling(name):
                    self._words[word].add(pk)
            for kind, by_key in self._keys.items():
                for key in getattr(traits, kind):
                    by_key[key].add(pk)

    def best(self, report: Traits) -> tuple[int, Shared] | None:
        """The case that it looks like most, or None where none reaches the threshold."""
        scored = [(pk, self.shared(report, pk)) for pk in self._candidates(report)]
        good = [(pk, shared) for pk, shared in scored if shared.score >= THRESHOLD]
        return max(good, key=lambda found: (found[1].score, found[0]), default=None)

    def shared(self, report: Traits, pk: int) -> Shared:
        case = self.cases[pk]
        people = _same_people(report.people, case.people)
        common = {kind: _common(getattr(report, kind), getattr(case, kind)) for kind in WEIGHTS}
        country = bool(report.country) and report.country == case.country
        near = _is_near(report.days, case.days)
        publisher = bool(report.publishers & case.publishers)
        score = PERSON + NEXT_PERSON * (len(people) - 1) if people else 0.0
        score += sum(self._weight(kind, keys) for kind, keys in common.items())
        score += COUNTRY * country + NEAR * near + PUBLISHER * publisher
        if report.country and case.country and not country and len(people) < 2:
            score /= 2  # one namesake abroad is most often another person
        words = {kind: tuple(getattr(report, kind)[key] for key in keys) for kind, keys in common.items()}
        return Shared(
            people, **words, is_same_country=country, is_near=near, is_same_publisher=publisher, score=score
        )

    def _candidates(self, report: Traits) -> set[int]:
        found = [self._words.get(word, set()) for name in report.people for word in _telling(name)]
        for kind, by_key in self._keys.items():
            found += [by_key.get(key, set()) for key in getattr(report, kind)]
        return set().union(*found)

    def _weight(self, kind: str, keys: list[str]) -> float:
        weights = sorted((1 / (1 + log2(len(self._keys[kind][key]))) for key in keys), reverse=True)
        return WEIGHTS[kind] * sum(weights[:MOST_OF_A_KIND])


def person_key(name: str) -> str:
    """Folded over scripts, endings and ways to transliterate: 'Sokolova' and 'Соколова' give one key."""
    return " ".join(name_key(to_latin(name) if name else "", "ru"))


def _telling(key: str) -> Iterable[str]:
    return (word for word in key.split() if len(word) >= _SHORTEST_WORD)


def _same_people(these: Mapping[str, str], those: Mapping[str, str]) -> tuple[str, ...]:
    """Names of `these` that one of `those` bears too; a single word is no proof unless both are that word alone."""
    others = [Counter(key.split()) for key in those]
    return tuple(
        words for key, words in these.items() if any(_is_same(Counter(key.split()), o) for o in others)
    )


def _is_same(one: "Counter[str]", other: "Counter[str]") -> bool:
    small, large = sorted((one, other), key=lambda words: words.total())
    if small.total() < 2:
        return one == other and any(len(word) >= _SHORTEST_WORD for word in small)
    left = list((large - small).elements())
    for word in (small - large).elements():
        match = (
            next((w for w in left if w.startswith(word) or word.startswith(w)), None)
            if len(word) == 1
            else None
        )
        match = match or next((w for w in left if len(w) == 1 and word.startswith(w)), None)
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
