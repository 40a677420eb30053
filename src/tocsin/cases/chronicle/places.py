"""Where a line belongs on the map."""

from typing import Any

from tocsin.cases.view import SubjectView
from tocsin.language.place_points import points_of

from .entry import Place


def place_of(view: SubjectView) -> Place | None:
    """The first place that is told; without a point where nobody knows where it lies."""
    raw = view.raw("place")
    if not isinstance(raw, dict) or not raw.get("name"):
        return None
    return Place(raw["name"], view.text("place"), *_point(raw))


def _point(raw: dict[str, Any]) -> tuple[float | None, float | None]:
    """As the report's reading has it, else where the one city of that name lies; two of one name are not guessed at."""
    if raw.get("latitude") is not None and raw.get("longitude") is not None:
        return raw["latitude"], raw["longitude"]
    known = points_of(str(raw["name"]), raw.get("country"))
    if not known or (len(known) > 1 and not raw.get("country")):
        return None, None
    return known[0].latitude, known[0].longitude
