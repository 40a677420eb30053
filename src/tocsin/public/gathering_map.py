"""Gatherings on the map of the world: a circle a city, larger by how many came, with their number."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from tocsin.actions.asks.gather.view import GatheringView
from tocsin.look.world import World, project, world
from tocsin.public.map_numbers import MapNumber, Numbered, map_numbers

_SMALLEST, _LARGEST = 8.0, 32.0
# So many people make a circle of about a thousandth of the map's area.
_PEOPLE = 0.35


@dataclass(frozen=True)
class Circle:
    """`title` names the city and what is there; `turnout` is what was reported, 0 where nothing was."""

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
    at: dict[tuple[float, float], list[GatheringView]] = defaultdict(list)
    for each in gatherings:
        if each.point:
            at[each.point.latitude, each.point.longitude].append(each)
    if not at:
        return None
    base = world()
    circles = sorted((_circle(*place, there) for place, there in at.items()), key=lambda c: -c.radius)
    shapes = (*base.lands, *sorted(base.shapes))
    return GatheringMap(
        " ".join(map(str, base.view_box)), shapes, tuple(circles), tuple(_numbers(circles, base))
    )


def _numbers(circles: Iterable[Circle], base: World) -> list[MapNumber]:
    """Of those where a number is known."""
    known = (Numbered(each.x, each.y, each.radius, each.turnout) for each in circles if each.turnout)
    left, top, width, height = base.view_box
    return map_numbers(known, (left, top, left + width, top + height))


def _circle(latitude: float, longitude: float, there: list[GatheringView]) -> Circle:
    x, y = project(latitude, longitude)
    turnout = sum(each.turnout or 0 for each in there)
    radius = min(_LARGEST, _SMALLEST + _PEOPLE * sqrt(turnout))
    return Circle(x, y, round(radius, 1), "; ".join(each.title for each in there), turnout)
