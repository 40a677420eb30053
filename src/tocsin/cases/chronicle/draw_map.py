"""The places of a chronicle on a map of their region: circles as large as what is told of each, and their names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from tocsin.look.region import Land, Window, lands_in

from .entry import Entry, Place

WIDTH = 400.0
# Degrees: around a single town something must be seen that one knows.
NARROWEST = 7.0
WIDEST = 340.0
MARGIN = 0.22
FLATTEST, TALLEST = 0.45, 0.85
# Degrees within which two names are one place on this map: some hundred metres.
NEAR = 0.005
_LETTER = 6.4
_LINE = 15.0


@dataclass(frozen=True)
class Circle:
    """`anchor` is SVG's text-anchor; `is_named` is False where there is no room for the name."""

    name: str
    x: float
    y: float
    radius: float
    label_x: float
    label_y: float
    anchor: str
    is_named: bool
    lines: tuple[int, ...]


@dataclass(frozen=True)
class PlaceRow:
    place: Place
    lines: tuple[int, ...]
    is_on_map: bool


@dataclass(frozen=True)
class PlaceMap:
    """`rows` are all places, those that nobody can place on the map too."""

    width: float
    height: float
    lands: tuple[Land, ...]
    circles: tuple[Circle, ...]
    rows: tuple[PlaceRow, ...]


def draw_map(entries: Iterable[Entry]) -> PlaceMap | None:
    """None where no line has a place."""
    rows = _rows(entries)
    if not rows:
        return None
    points = [(row.place.latitude, row.place.longitude) for row in rows if row.is_on_map]
    known = [(lat, lon) for lat, lon in points if lat is not None and lon is not None]
    if not known:
        return PlaceMap(0, 0, (), (), rows)
    window = window_of(known)
    circles = _circles([row for row in rows if row.is_on_map], window)
    return PlaceMap(WIDTH, round(window.height, 1), lands_in(window), circles, rows)


def window_of(points: Sequence[tuple[float, float]]) -> Window:
    """A window around the points with room for their names, neither narrow nor taller than wide."""
    latitudes, longitudes = [lat for lat, _lon in points], [lon for _lat, lon in points]
    wide = min(max((max(longitudes) - min(longitudes)) * (1 + 2 * MARGIN), NARROWEST), WIDEST)
    tall = max((max(latitudes) - min(latitudes)) * (1 + 2 * MARGIN), NARROWEST / 2)
    x, y = (max(longitudes) + min(longitudes)) / 2, (max(latitudes) + min(latitudes)) / 2
    window = _window(x, y, wide, tall)
    if window.height < WIDTH * FLATTEST:
        return _window(x, y, wide, min(tall * WIDTH * FLATTEST / window.height, WIDEST / 2))
    if window.height <= WIDTH * TALLEST:
        return window
    wide = min(wide * window.height / (WIDTH * TALLEST), WIDEST)
    return Window(x - wide / 2, window.south, x + wide / 2, window.north, WIDTH)


def _window(x: float, y: float, wide: float, tall: float) -> Window:
    return Window(x - wide / 2, max(y - tall / 2, -85), x + wide / 2, min(y + tall / 2, 85), WIDTH)


def _rows(entries: Iterable[Entry]) -> tuple[PlaceRow, ...]:
    """Each place once, however it is spelt, by its first name; the most told of first."""
    lines: dict[object, list[int]] = defaultdict(list)
    places: dict[object, Place] = {}
    for entry in entries:
        if entry.place:
            spot = _spot(entry.place)
            lines[spot].append(entry.number)
            places.setdefault(spot, entry.place)
    ordered = sorted(places, key=lambda spot: (-len(lines[spot]), places[spot].words.casefold()))
    return tuple(PlaceRow(places[s], tuple(lines[s]), places[s].latitude is not None) for s in ordered)


def _spot(place: Place) -> object:
    """Where it lies; its name where nobody knows."""
    if place.latitude is None or place.longitude is None:
        return place.words.casefold()
    return round(place.latitude / NEAR), round(place.longitude / NEAR)


def _circles(rows: Sequence[PlaceRow], window: Window) -> tuple[Circle, ...]:
    placed: list[tuple[PlaceRow, float, float, float]] = []
    for row in rows:
        if row.place.latitude is not None and row.place.longitude is not None:
            x, y = window.place(row.place.latitude, row.place.longitude)
            placed.append((row, x, y, round(3 + 2.2 * sqrt(len(row.lines)), 1)))
    taken = [(x - r, y - r, x + r, y + r) for _row, x, y, r in placed]
    return tuple(_labelled(*one, taken, window) for one in placed)


def _labelled(
    row: PlaceRow,
    x: float,
    y: float,
    radius: float,
    taken: list[tuple[float, float, float, float]],
    window: Window,
) -> Circle:
    """The name on the first side that is free: behind, before, above, below; else none, and the list tells it."""
    width = _LETTER * len(row.place.name) + 4
    sides = (
        ("start", x + radius + 4, y + 4, x + radius + 2),
        ("end", x - radius - 4, y + 4, x - radius - 2 - width),
        ("middle", x, y - radius - 5, x - width / 2),
        ("middle", x, y + radius + 13, x - width / 2),
    )
    for anchor, label_x, label_y, left in sides:
        box = (left, label_y - _LINE + 4, left + width, label_y + 3)
        fits = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= window.height
        if fits and not any(_meet(box, other) for other in taken):
            taken.append(box)
            at = round(label_x, 1), round(label_y, 1)
            return Circle(row.place.name, x, y, radius, *at, anchor, True, row.lines)
    return Circle(row.place.name, x, y, radius, x, y, "start", False, row.lines)


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
