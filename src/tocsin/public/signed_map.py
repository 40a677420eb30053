"""The map of the world with the countries whose organisations signed."""

from dataclasses import dataclass

from tocsin.actions.asks.sign_on.signed import InCountry, Signed
from tocsin.look.world import world


@dataclass(frozen=True)
class Point:
    """A country too small for a shape, at `x` and `y` of the map."""

    country: InCountry
    x: float
    y: float


@dataclass(frozen=True)
class SignedMap:
    """`rest` are the shapes of all other countries, by code."""

    view_box: str
    rest: tuple[str, ...]
    shapes: tuple[InCountry, ...]
    points: tuple[Point, ...]


def signed_map(signed: Signed) -> SignedMap | None:
    """None where nobody has signed yet."""
    if not signed.countries:
        return None
    base, codes = world(), {country.code for country in signed.countries}
    points = ((country, base.points.get(country.code)) for country in signed.countries)
    return SignedMap(
        view_box=" ".join(map(str, base.view_box)),
        rest=(*base.lands, *sorted(base.shapes - codes)),
        shapes=tuple(country for country in signed.countries if country.code in base.shapes),
        points=tuple(Point(country, *at) for country, at in points if at),
    )
