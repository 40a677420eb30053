"""Those nearest to a country and a city that somebody typed in. Nothing of it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import get_language

from tocsin.actions.asks.gather.view import GatheringView
from tocsin.language.place_points import Point, kilometres, points_of
from tocsin.language.places import capital
from tocsin.public.chosen_place import LONGEST, ChosenPlace, choose_place


@dataclass(frozen=True)
class Near:
    """`point` is None where nobody knows the place; `is_city` where the city that was typed is the point, else the capital is."""

    country: ChosenPlace
    city: str
    point: Point | None
    is_city: bool


@dataclass(frozen=True)
class Nearby:
    """`away` in whole kilometres; None online and where nobody knows where it is."""

    gathering: GatheringView
    away: int | None = field(default=None)


def asked_near(asked: Mapping[str, str]) -> Near | None:
    """None where nothing was typed."""
    typed, city = asked.get("country", "").strip(), asked.get("city", "").strip()[:LONGEST]
    if not typed and not city:
        return None
    country = choose_place(typed or city, get_language() or "en")
    own = points_of(city, country.country) if city else ()
    heads = points_of(capital(country.country) or "", country.country) if country.country else ()
    point = next(iter((*own, *heads)), None)
    return Near(country, city, point, bool(own))


def nearest_first(gatherings: Sequence[GatheringView], near: Near) -> list[Nearby]:
    """By distance, what has none last."""
    rows = [Nearby(each, _away(each, near)) for each in gatherings]
    return sorted(rows, key=lambda row: (row.away is None, row.away or 0))


def _away(gathering: GatheringView, near: Near) -> int | None:
    if gathering.point is None or near.point is None:
        return None
    return round(kilometres(gathering.point, near.point))
