"""Territories whose foreign relations another state keeps, in the Factbook's words."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from .records import FACTBOOK, FACTBOOK_DATE

# The Factbook's files without a code of ISO 3166 in the raw table; military bases and reefs have none.
_CODES = {"sh": "SH", "fk": "FK", "io": "IO", "vq": "VI", "sx": "GS", "sv": "SJ"}
_OF = {
    "the UK": "GB",
    "British": "GB",
    "France": "FR",
    "Australia": "AU",
    "New Zealand": "NZ",
    "the Kingdom of the Netherlands": "NL",
    "Denmark": "DK",
    "the US": "US",
    "China": "CN",
}
_STATED = re.compile(r"none \(([^)]*)\)|(Special Administrative Region of China)")


def dependencies(folder: Path) -> Iterator[dict[str, str]]:
    entries = json.loads((folder / "factbook_dipl_2026-01.json").read_text(encoding="utf-8"))
    for entry in entries:
        code = entry["iso"] or _CODES.get(Path(entry["file"]).stem, "")
        text = " ".join((entry["in_text"], entry["o_emb"], entry["o_text"], entry["in_note"]))
        match = _STATED.search(text)
        if not code or not match:
            continue
        words = match[1] or match[2]
        sovereign = next(state for name, state in _OF.items() if name in words)
        yield {
            "code": code,
            "sovereign": sovereign,
            "stated": words,
            "source": FACTBOOK,
            "date": FACTBOOK_DATE,
        }
