"""The map of the world that pages draw on: which countries it has, and where a place lies on it.

The shapes are Natural Earth's (public domain), built by `tools/build_map.py` into `static/look/world.svg`, one path a
country under its ISO alpha-2 code. Countries too small for it are points.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import asin, cos, radians, sin, sqrt

# The Equal Earth projection: B. Savric, T. Patterson, B. Jenny, 2018, doi 10.1080/13658816.2018.1504949
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_WIDTH = 1000
_SCALE = _WIDTH / 5.41327


@dataclass(frozen=True)
class World:
    """`view_box` is left, top, width, height; `points` are x and y of countries without a shape.

    `lands` are shapes to which ISO 3166-1 gives no code.
    """

    view_box: tuple[int, int, int, int]
    shapes: frozenset[str]
    points: dict[str, tuple[float, float]]
    lands: tuple[str, ...]


@cache
def world() -> World:
    text = resources.files(__package__).joinpath("world.json").read_text(encoding="utf-8")
    read = json.loads(text)
    points = {code: (x, y) for code, (x, y) in read["points"].items()}
    return World(tuple(read["view_box"]), frozenset(read["shapes"]), points, tuple(read["lands"]))


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """x to the right and y downwards, in the units of the map; degrees, longitudes beyond 180 go on eastwards."""
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    spread = 9 * _A4 * theta**8 + 7 * _A3 * theta**6 + 3 * _A2 * theta**2 + _A1
    x = 2 * sqrt(3) * radians(longitude) * cos(theta) / (3 * spread)
    y = _A4 * theta**9 + _A3 * theta**7 + _A2 * theta**3 + _A1 * theta
    return round(x * _SCALE, 1), round(-y * _SCALE, 1)
