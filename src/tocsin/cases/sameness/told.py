"""A person and a group as one report tells of them, in plain values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ToldPerson:
    """`names`: the name and all other spellings; `facts` is what else is said: (predicate, words)."""

    names: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ToldGroup:
    """`count` is (low, high), None where no number is told."""

    label: str
    count: tuple[int, int] | None = None
