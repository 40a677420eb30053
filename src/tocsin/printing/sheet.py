"""From a template and plain data to a PDF: set in a child that is ended when it takes too long."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .fonts import families, font_folders, missing_letters

SECONDS = 120.0
_HERE = Path(__file__).parent


class CannotPrint(Exception):
    """The sheet could not be set; `str(error)` says why."""


@dataclass(frozen=True)
class Sheet:
    """`missing`: letters for which no font is installed, each once; they print as empty boxes."""

    pdf: bytes
    missing: str


def set_sheet(template: str, data: dict[str, Any], made_on: str, seconds: float = SECONDS) -> Sheet:
    """`template` is the stem of a `.typ` file beside this one, `made_on` an ISO day. Same input, same bytes.

    Raises CannotPrint.
    """
    missing = missing_letters("".join(_texts(data)))
    order = {
        "template": str(_HERE / f"{template}.typ"),
        "fonts": [str(folder) for folder in font_folders()],
        "made_on": made_on,
        "data": data | {"families": families(), "missing": missing},
    }
    return Sheet(_set(json.dumps(order), seconds), missing)


def _set(order: str, seconds: float) -> bytes:
    command = [sys.executable, "-m", "tocsin.printing.child"]
    try:
        done = subprocess.run(
            command, input=order.encode(), capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise CannotPrint(f"setting the pages took longer than {seconds:.0f} seconds") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise CannotPrint(said[-1] if said else "the typesetter ended without a word")
    return done.stdout


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, Iterable):
        yield from (text for inner in value for text in _texts(inner))
