"""What the standing judgements of a case come to: who is one with whom, and who stands for them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from .models import Case, Judgement, JudgementVerdict, Naming, PersonAtRisk, Subject

# The more careful rule wins where people are joined.
_CAREFUL = {Naming.WITHHELD: 0, Naming.ALIAS: 1, Naming.INITIALS: 2, Naming.FULL: 3}


class Standing:
    """The standing judgements of a case as a graph; `of` gives all that are one with a subject, itself among them."""

    def __init__(self, case: Case) -> None:
        rows = Judgement.objects.filter(left__case=case, ended_at__isnull=True).order_by("pk")
        self._one: dict[int, frozenset[int]] = {}
        self._latest: dict[frozenset[int], datetime] = {}
        # By verdict, then by either of the two.
        self._others: dict[str, dict[int, set[tuple[int, int]]]] = defaultdict(lambda: defaultdict(set))
        for left, right, verdict, at in rows.values_list("left_id", "right_id", "verdict", "judged_at"):
            if verdict == JudgementVerdict.SAME:
                self._join(left, right, at)
            else:
                self._others[verdict][left].add((left, right))
                self._others[verdict][right].add((left, right))

    def of(self, subject: int) -> frozenset[int]:
        return self._one.get(subject, frozenset([subject]))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was judged, so that each stands for itself."""
        return not self._one and not self._others

    def are_one(self, one: int, other: int) -> bool:
        return other in self.of(one)

    def kept_apart(self, one: int, other: int) -> list[tuple[int, int]]:
        """The pairs that were judged not to be one, among all that are one with either."""
        return self._judged(JudgementVerdict.APART, one, other)

    def is_unsure(self, one: int, other: int) -> bool:
        return bool(self._judged(JudgementVerdict.UNSURE, one, other))

    def groups(self) -> set[frozenset[int]]:
        return set(self._one.values())

    def judged_last(self, group: frozenset[int]) -> datetime:
        """When the latest of the judgements was made that hold a group together."""
        return self._latest[group]

    def _join(self, left: int, right: int, at: datetime) -> None:
        parts = {self.of(left), self.of(right)}
        together = frozenset().union(*parts)
        self._latest[together] = max([at, *(self._latest[part] for part in parts if part in self._latest)])
        self._one |= dict.fromkeys(together, together)

    def _judged(self, verdict: str, one: int, other: int) -> list[tuple[int, int]]:
        ones, others, judged = self.of(one), self.of(other), self._others[verdict]
        near = {pair for key in ones if key in judged for pair in judged[key]}
        return [(a, b) for a, b in near if (a in ones and b in others) or (b in ones and a in others)]


def settle(case: Case) -> None:
    """Points every subject to the one that stands for it. It depends on the standing judgements alone.

    Of people it is the one with the most careful naming rule, so that nobody becomes known by being joined, unless a rule
    was recorded after they were joined; else the earliest.
    """
    standing = Standing(case)
    roots: dict[int, int] = {}
    for group in standing.groups():
        root = _root(group, standing.judged_last(group))
        roots |= {member: root for member in group if member != root}
    subjects = list(
        Subject.objects.filter(case=case, same_as__isnull=False) | Subject.objects.filter(pk__in=roots)
    )
    changed = [s for s in subjects if s.same_as_id != roots.get(s.pk)]
    for subject in changed:
        subject.same_as_id = roots.get(subject.pk)
    Subject.objects.bulk_update(changed, ["same_as"])


def _root(group: Iterable[int], joined_at: datetime) -> int:
    subjects = Subject.objects.filter(pk__in=group)
    people = PersonAtRisk.objects.in_bulk(list(group))
    said_since = [p for p in people.values() if p.consent_at and p.consent_at > joined_at]
    if said_since:
        return max(said_since, key=lambda p: (p.consent_at, -p.pk)).pk
    return min(subjects, key=lambda s: (_care(people.get(s.pk)), s.position, s.pk)).pk


def _care(person: PersonAtRisk | None) -> int:
    return _CAREFUL[Naming(person.naming)] if person else 0
