"""The map of a page on one country's offices: how each country reaches them, and where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.look.world import project, world
from tocsin.public.reach import Reach
from tocsin.public.whole_world import Row, WholeWorld, office_among
from tocsin.routing.route import Step


@dataclass(frozen=True)
class Place:
    """A country as shape or, where it is too small for one, as a point at `x` and `y`."""

    row: Row
    x: float = 0
    y: float = 0


@dataclass(frozen=True)
class Dot:
    """An office where it stands; `country` is the row of the table that tells of it."""

    x: float
    y: float
    office: str
    country: str


@dataclass(frozen=True)
class WorldMap:
    of: str
    view_box: str
    shapes: tuple[Place, ...]
    points: tuple[Place, ...]
    dots: tuple[Dot, ...]
    lands: tuple[str, ...]
    own_point: tuple[float, float] | None


def world_map(known: WholeWorld, language: str) -> WorldMap:
    base = world()
    return WorldMap(
        of=known.of,
        view_box=" ".join(map(str, base.view_box)),
        shapes=tuple(Place(row) for row in known.rows if row.country in base.shapes),
        points=tuple(
            Place(row, *base.points[row.country]) for row in known.rows if row.country in base.points
        ),
        dots=tuple(_dots(known, language)),
        lands=base.lands,
        own_point=base.points.get(known.of),
    )


def _dots(known: WholeWorld, language: str) -> Iterable[Dot]:
    """Each office once, with the row of the country that it stands in where that one tells of it."""
    told: dict[str, tuple[Step, str]] = {}
    for row in known.rows:
        for step in row.missions:
            if step.office.key not in told or step.office.in_country == row.country:
                told[step.office.key] = (step, row.country)
    for step, country in told.values():
        office = step.office
        if office.latitude is not None and office.longitude is not None:
            x, y = project(office.latitude, office.longitude)
            yield Dot(x, y, office_among(known.of, office, language), country)


def legend(known: WholeWorld) -> list[tuple[Reach, int]]:
    return [(reach, len(known.among(reach))) for reach in Reach if known.among(reach)]
