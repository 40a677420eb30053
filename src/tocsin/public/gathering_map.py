"""Gatherings on the map of the world: a circle a city, or a region where there are many; larger by how many came, with their number."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import starmap
from math import floor, sqrt

from tocsin.actions.asks.gather.view import GatheringView
from tocsin.look.world import World, project, world
from tocsin.public.map_numbers import MapNumber, Numbered, map_numbers

_SMALLEST, _LARGEST = 8.0, 32.0
# So many people make a circle of about a thousandth of the map's area.
_PEOPLE = 0.35
# More circles than these nobody could tell apart, and they would weigh more than the list.
MOST_CIRCLES = 200
_TITLES = 3

# Latitude and longitude, in degrees.
Place = tuple[float, float]


@dataclass(frozen=True)
class Circle:
    """`title` names what is there, the first of many; `turnout` is what was reported, 0 where nothing was."""

    x: float
    y: float
    radius: float
    title: str
    turnout: int


@dataclass(frozen=True)
class GatheringMap:
    """`shapes` are the codes of all lands; `left` to `height` frame the map."""

    view_box: str
    shapes: tuple[str, ...]
    circles: tuple[Circle, ...]
    numbers: tuple[MapNumber, ...]


def gathering_map(gatherings: Iterable[GatheringView]) -> GatheringMap | None:
    """None where nobody knows where any of them is."""
    at: dict[Place, list[GatheringView]] = defaultdict(list)
    for each in gatherings:
        if each.point:
            at[each.point.latitude, each.point.longitude].append(each)
    if not at:
        return None
    base = world()
    circles = sorted(starmap(_circle, _together(at)), key=lambda c: -c.radius)
    shapes = (*base.lands, *sorted(base.shapes))
    return GatheringMap(
        " ".join(map(str, base.view_box)), shapes, tuple(circles), tuple(_numbers(circles, base))
    )


def _numbers(circles: Iterable[Circle], base: World) -> list[MapNumber]:
    """Of those where a number is known."""
    known = (Numbered(each.x, each.y, each.radius, each.turnout) for each in circles if each.turnout)
    left, top, width, height = base.view_box
    return map_numbers(known, (left, top, left + width, top + height))


def _together(at: dict[Place, list[GatheringView]]) -> list[tuple[Place, list[GatheringView]]]:
    """Places near to each other are one, the farther the more there are: each at the place that has the most."""
    found, side = list(at.items()), 0.5
    while len(found) > MOST_CIRCLES:
        cells: dict[tuple[int, int], list[tuple[Place, list[GatheringView]]]] = defaultdict(list)
        for (latitude, longitude), there in at.items():
            cells[floor(latitude / side), floor(longitude / side)].append(((latitude, longitude), there))
        found = [_as_one(cell) for cell in cells.values()]
        side *= 2
    return found


def _as_one(cell: list[tuple[Place, list[GatheringView]]]) -> tuple[Place, list[GatheringView]]:
    cell = sorted(cell, key=lambda each: -len(each[1]))
    return cell[0][0], [gathering for _place, there in cell for gathering in there]


def _circle(place: Place, there: list[GatheringView]) -> Circle:
    x, y = project(*place)
    titles = [each.title for each in there[:_TITLES]]
    if len(there) > _TITLES:
        titles.append(f"… +{len(there) - _TITLES}")
    turnout = sum(each.turnout or 0 for each in there)
    radius = min(_LARGEST, _SMALLEST + _PEOPLE * sqrt(turnout))
    return Circle(x, y, round(radius, 1), "; ".join(titles), turnout)
