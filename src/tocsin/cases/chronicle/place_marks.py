"""Marks of one lane side by side, so that none hides another."""

from collections.abc import Sequence
from dataclasses import replace

from .place_abreast import place_abreast
from .spot import Spot


def place_marks(spots: Sequence[Spot], columns: int | None) -> list[Spot]:
    """Each in the first row that is free there; with so many `columns` and no more, abreast within its month."""
    in_order = sorted(spots, key=lambda s: (s.start, s.entry.number))
    return place_abreast(in_order, columns) if columns else _in_rows(in_order)


def _in_rows(spots: Sequence[Spot]) -> list[Spot]:
    free: list[float] = []
    placed = []
    for spot in spots:
        row = next((n for n, end in enumerate(free) if end <= spot.start + 0.01), len(free))
        free[row : row + 1] = [spot.end]
        placed.append(replace(spot, row=row))
    return placed
