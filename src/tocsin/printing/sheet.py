"""From a template and plain data to a PDF, set in a child that is ended when it takes too long."""

import atexit
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .fonts import families, font_folders, missing_letters
from .typesetter import CannotPrint, Typesetter

__all__ = ["CannotPrint", "Drawing", "Sheet", "draw_warm", "set_sheet", "set_warm"]

SECONDS = 120.0
WARM_SECONDS = 20.0
# A drawing bears no day.
_NO_DAY = "2000-01-01"
_HERE = Path(__file__).parent
_warm = Typesetter()
atexit.register(_warm.close)


@dataclass(frozen=True)
class Sheet:
    """`missing`: letters for which no font is installed, each once; they print as empty boxes.

    `cpu_ms`: processor time of the child.
    """

    pdf: bytes
    missing: str
    cpu_ms: float = 0.0


@dataclass(frozen=True)
class Drawing:
    """A page as a PNG; `missing` as in a sheet."""

    png: bytes
    missing: str


def set_sheet(template: str, data: dict[str, Any], made_on: str, seconds: float = SECONDS) -> Sheet:
    """`template` is the stem of a `.typ` file beside this one, `made_on` an ISO day. Same input, same bytes.

    In a child of its own, so that a long file keeps no letter waiting. Raises CannotPrint.
    """
    typesetter = Typesetter()
    try:
        return _set(typesetter, template, data, made_on, seconds)
    finally:
        typesetter.close()


def set_warm(template: str, data: dict[str, Any], made_on: str, seconds: float = WARM_SECONDS) -> Sheet:
    """The same in the child that this process keeps for short sheets, one after the other."""
    return _set(_warm, template, data, made_on, seconds)


def draw_warm(template: str, data: dict[str, Any], seconds: float = WARM_SECONDS) -> Drawing:
    """The one page of a template, drawn in the same child. Raises CannotPrint."""
    sheet = _set(_warm, template, data, _NO_DAY, seconds, form="png")
    return Drawing(sheet.pdf, sheet.missing)


def _set(
    typesetter: Typesetter,
    template: str,
    data: dict[str, Any],
    made_on: str,
    seconds: float,
    form: str = "pdf",
) -> Sheet:
    missing = missing_letters("".join(_texts(data)))
    order = {
        "template": str(_HERE / f"{template}.typ"),
        "fonts": [str(folder) for folder in font_folders()],
        "made_on": made_on,
        "form": form,
        "data": data | {"families": families(), "missing": missing},
    }
    answer = typesetter.set(json.dumps(order).encode(), seconds)
    return Sheet(answer.pdf, missing, answer.cpu_ms)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, Iterable):
        yield from (text for inner in value for text in _texts(inner))
