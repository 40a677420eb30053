"""Where the numbers stand beside the circles of a map, so that none lies on another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# In the units of the map, as wide as on a telephone: a figure, the height of a line, the gap beside a circle.
_FIGURE, _LINE, _GAP = 20.0, 36.0, 6.0


@dataclass(frozen=True)
class Numbered:
    """A circle and the number that belongs to it."""

    x: float
    y: float
    radius: float
    number: int


@dataclass(frozen=True)
class MapNumber:
    """`x` is where it begins or, with `ends`, where it ends; `y` is its middle."""

    x: float
    y: float
    number: int
    ends: bool


# Left, top, right, bottom.
Box = tuple[float, float, float, float]


def map_numbers(circles: Iterable[Numbered], frame: Box) -> list[MapNumber]:
    """Inside the frame, the first circle first; a number that finds no room is left to the list beside the map."""
    taken: list[Box] = []
    placed = []
    for circle in circles:
        free = (found for found, box in _beside(circle) if _fits(box, taken, frame))
        if found := next(free, None):
            taken.append(_box(found))
            placed.append(found)
    return placed


def _beside(circle: Numbered) -> Iterator[tuple[MapNumber, Box]]:
    """To the right of it, to the left, and each a line lower or higher."""
    away = circle.radius + _GAP
    for down in (0.0, _LINE, -_LINE):
        for ends in (False, True):
            x = circle.x - away if ends else circle.x + away
            found = MapNumber(round(x, 1), round(circle.y + down, 1), circle.number, ends)
            yield found, _box(found)


def _box(found: MapNumber) -> Box:
    wide = _FIGURE * len(str(found.number))
    left = found.x - wide if found.ends else found.x
    return left, found.y - _LINE / 2, left + wide, found.y + _LINE / 2


def _fits(box: Box, taken: Iterable[Box], frame: Box) -> bool:
    is_inside = frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]
    return is_inside and not any(_meet(box, other) for other in taken)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
