"""Which of tesseract's installed language packs read a picture, by the script seen in it."""

import csv
import re
import shutil
import subprocess
from functools import cache
from importlib.resources import files

from tocsin.intake.errors import NeedsTesseract

MOST_PACKS = 3  # each costs its own time
LISTING_SECONDS = 10
_SCRIPT = re.compile(r"^Script: (\w+)$", re.MULTILINE)
_LISTED = re.compile(r"^[a-z]{3}(?:_[a-z]+)?$", re.MULTILINE)


@cache
def installed() -> frozenset[str]:
    """The packs of the tesseract program, such as 'eng'. Raises `NeedsTesseract` where there is none."""
    program = shutil.which("tesseract")
    if program is None:
        raise NeedsTesseract(
            "its words stand in a picture, and no program to recognise them is installed;"
            " install tesseract (Debian: apt install tesseract-ocr tesseract-ocr-spa ...), or type the text"
        )
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, text=True, timeout=LISTING_SECONDS, check=False
    )
    return frozenset(_LISTED.findall(listed.stdout))


def scripts() -> set[str]:
    """Those that the installed packs read. English, which is read along with every script, counts for Latin only."""
    own = {script: {*packs} - ({"eng"} if script != "Latin" else set()) for script, packs in _table().items()}
    return {script for script, packs in own.items() if packs & installed()}


def packs_for(seen: str) -> str:
    """`seen` is what tesseract prints about orientation and script; the packs joined with '+'."""
    match = _SCRIPT.search(seen)
    known = _table()
    only = next(iter(scripts())) if len(scripts()) == 1 else "Latin"
    order = known.get(match[1] if match else only, known["Latin"])
    found = [pack for pack in order if pack in installed()][:MOST_PACKS]
    if not found:
        raise NeedsTesseract(
            f"its words stand in a picture and need tesseract's language pack {order[0]};"
            f" install it (Debian: apt install tesseract-ocr-{order[0].replace('_', '-')}), or type the text"
        )
    return "+".join(found)


@cache
def _table() -> dict[str, list[str]]:
    text = files("tocsin.intake.scans").joinpath("packs.csv").read_text(encoding="utf-8")
    return {row["script"]: row["packs"].split() for row in csv.DictReader(text.splitlines())}
