"""The shapes of one region, cut out of Natural Earth's 1:50m countries (public domain), for maps of a few places.

`lands.txt` is built by `tools/build_map.py`: a ring a line, as steps in hundredths of a degree.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import accumulate
from math import cos, radians

Point = tuple[float, float]
Ring = tuple[Point, ...]
_HUNDREDTHS = 100


@dataclass(frozen=True)
class Window:
    """A stretch of the earth in degrees, drawn `width` units wide; longitudes beyond 180 go on eastwards."""

    west: float
    south: float
    east: float
    north: float
    width: float

    @property
    def height(self) -> float:
        return self.width * (self.north - self.south) / ((self.east - self.west) * self._narrower)

    @property
    def _narrower(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle of the window."""
        return max(cos(radians((self.south + self.north) / 2)), 0.05)

    def place(self, latitude: float, longitude: float) -> Point:
        """x to the right and y downwards, in units."""
        scale = self.width / (self.east - self.west)
        if longitude < self.west - 180:
            longitude += 360
        return round((longitude - self.west) * scale, 1), round(
            (self.north - latitude) * scale / self._narrower, 1
        )


@dataclass(frozen=True)
class Land:
    """`code` is ISO 3166-1 alpha-2, '-' where there is none; `path` is SVG path data in units of the window."""

    code: str
    path: str


@lru_cache(64)
def lands_in(window: Window) -> tuple[Land, ...]:
    """What lies in the window, each country as one path."""
    paths: dict[str, str] = {}
    for code, ring, box in _rings():
        if box[0] < window.east and box[2] > window.west and box[1] < window.north and box[3] > window.south:
            drawn = _drawn(cut(ring, window), window)
            if drawn:
                paths[code] = paths.get(code, "") + drawn
    return tuple(Land(code, path) for code, path in sorted(paths.items()))


def cut(ring: Ring, window: Window) -> Ring:
    """The ring within the window (I. Sutherland and G. Hodgman, 1974), side after side."""
    for axis, edge, keeps_more in (
        (0, window.west, True),
        (0, window.east, False),
        (1, window.south, True),
        (1, window.north, False),
    ):
        ring = tuple(_within(ring, axis, edge, keeps_more))
    return ring


def _within(ring: Ring, axis: int, edge: float, keeps_more: bool) -> Iterator[Point]:
    for before, point in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        was_in, is_in = (p[axis] == edge or (p[axis] > edge) == keeps_more for p in (before, point))
        if was_in != is_in:
            yield _crossing(before, point, axis, edge)
        if is_in:
            yield point


def _crossing(before: Point, point: Point, axis: int, edge: float) -> Point:
    share = (edge - before[axis]) / (point[axis] - before[axis])
    other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
    return (edge, other) if axis == 0 else (other, edge)


def _drawn(ring: Ring, window: Window) -> str:
    placed = (window.place(latitude, longitude) for longitude, latitude in ring)
    points = list(dict.fromkeys(placed))
    if len(points) < 3:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "z"


@cache
def _rings() -> tuple[tuple[str, Ring, tuple[float, float, float, float]], ...]:
    """Country, points as (longitude, latitude), and the box around them."""
    text = resources.files(__package__).joinpath("lands.txt").read_text(encoding="utf-8")
    return tuple(_ring(line) for line in text.splitlines()[1:])


def _ring(line: str) -> tuple[str, Ring, tuple[float, float, float, float]]:
    code, *steps = line.split(" ")
    longitudes = _summed(steps[::2])
    latitudes = _summed(steps[1::2])
    box = min(longitudes), min(latitudes), max(longitudes), max(latitudes)
    return code, tuple(zip(longitudes, latitudes, strict=True)), box


def _summed(steps: Iterable[str]) -> tuple[float, ...]:
    return tuple(whole / _HUNDREDTHS for whole in accumulate(map(int, steps)))
