"""Precision, recall and F1 of what was found against what is there."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass
class Score:
    """Counts over many texts; add one text at a time."""

    hit: int = 0
    missed: int = 0
    extra: int = 0

    def add(self, gold: Iterable[Hashable], found: Iterable[Hashable]) -> None:
        there, seen = Counter(gold), Counter(found)
        both = (there & seen).total()
        self.hit, self.missed, self.extra = (
            self.hit + both,
            self.missed + there.total() - both,
            self.extra + seen.total() - both,
        )

    @property
    def precision(self) -> float:
        return self.hit / max(1, self.hit + self.extra)

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.hit + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.hit / max(1, 2 * self.hit + self.missed + self.extra)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}  ({self.hit + self.missed} there)"
