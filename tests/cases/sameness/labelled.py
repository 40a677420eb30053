"""The labelled pairs of incidents, as `pairs-*.txt` hold them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tocsin.cases.sameness.happening import Happening, Spot


class Pair(NamedTuple):
    is_same: bool
    why: str
    left: Happening
    right: Happening


def pairs(part: str) -> list[Pair]:
    """`part`: "tuned" or "kept"."""
    lines = Path(__file__).with_name(f"pairs-{part}.txt").read_text(encoding="utf-8").splitlines()
    return list(_pairs([line for line in lines if not line.startswith("#")]))


def _pairs(lines: list[str]) -> Iterator[Pair]:
    for head, left, right in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        label, _, why = head.partition(": ")
        assert label in ("same", "apart"), head
        yield Pair(label == "same", why, happening(left), happening(right))


def happening(line: str) -> Happening:
    """From `type|date|place, COUNTRY|count|who|by|words`."""
    kind, date, place, count, who, by, words = line.split("|")
    name, _, country = place.rpartition(", ")
    return Happening(kind, date, Spot(name, country), _count(count), _listed(who), _listed(by), words)


def _count(text: str) -> tuple[int, int] | None:
    low, _, high = text.replace(" ", "").partition("-")
    return (int(low), int(high or low)) if low else None


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(", ") if part)
