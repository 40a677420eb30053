"""Words by which a text itself asks not to be passed on, or that somebody is not named."""

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path


def asks_confidence(text: str) -> str:
    """The first such words as they stand in the text; empty where there are none.

    By `data/asks-confidence.csv`, in whatever language the text is: a note of one line may stand over a text in another.
    """
    found = _phrases().search(unicodedata.normalize("NFC", text))
    return " ".join(found[0].split()) if found else ""


@cache
def _phrases() -> re.Pattern[str]:
    table = Path(__file__).with_name("data") / "asks-confidence.csv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    phrases = sorted({row["phrase"] for row in rows}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, phrases))})", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    """Any blanks between words, either sign for an apostrophe; an ending may follow the last word."""
    words = (re.escape(word).replace("’", "'").replace("'", "['’]") for word in phrase.split())
    return r"\s+".join(words)
