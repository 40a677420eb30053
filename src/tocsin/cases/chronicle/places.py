"""Where a line belongs on the map."""

from tocsin.cases.view import SubjectView
from tocsin.language.place_points import point_of

from .entry import Place


def place_of(view: SubjectView) -> Place | None:
    """The first place that is told; without a point where nobody knows where it lies."""
    raw = view.raw("place")
    if not isinstance(raw, dict) or not raw.get("name"):
        return None
    point = point_of(raw)
    where = (point.latitude, point.longitude) if point else (None, None)
    return Place(raw["name"], view.text("place"), *where)
