"""How alike two are: a score and, by name, what agrees and what differs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """One thing that two have in common or do not. `weight` is added to the log-odds that they are one.

    `code` names the sentence in `why.py`; `left` and `right` are what each side says, empty where the code says it all.
    """

    code: str
    weight: float
    left: str = ""
    right: str = ""

    @property
    def agrees(self) -> bool:
        return self.weight > 0

    @property
    def differs(self) -> bool:
        return self.weight < 0


@dataclass(frozen=True)
class Likeness:
    """`score` from 0 to 1."""

    score: float
    reasons: tuple[Reason, ...] = ()

    @property
    def agrees(self) -> tuple[Reason, ...]:
        return tuple(r for r in self.reasons if r.agrees)

    @property
    def differs(self) -> tuple[Reason, ...]:
        return tuple(r for r in self.reasons if r.differs)
