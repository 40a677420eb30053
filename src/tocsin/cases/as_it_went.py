"""What is said under one predicate, in the order of the days that it is told of: detained, then charged, then freed."""

from collections.abc import Iterable

from tocsin.language.edtf import first_day

from .view import Value


def as_it_went(values: Iterable[Value]) -> list[Value]:
    """Earliest first; what has no day stands last."""
    return sorted(values, key=lambda value: first_day(told_of(value)))


def told_of(value: Value) -> str:
    """EDTF: since when it holds, else when it was said, by the earliest of its claims; empty where nobody dates it."""
    days = [said.holds_on or said.dated for said in value.said]
    return min(filter(None, days), key=first_day, default="")
