"""Where a line belongs on the map."""

from typing import Any

from tocsin.cases.view import SubjectView

from .entry import Place


def place_of(view: SubjectView) -> Place | None:
    """The first place that is told; without a point where nobody knows where it lies."""
    raw = view.raw("place")
    if not isinstance(raw, dict) or not raw.get("name"):
        return None
    return Place(raw["name"], view.text("place"), *_point(raw))


def _point(raw: dict[str, Any]) -> tuple[float | None, float | None]:
    """As the report's reading has it."""
    return (raw["latitude"], raw["longitude"]) if raw.get("latitude") is not None else (None, None)
