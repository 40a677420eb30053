"""Who a Chinese clause speaks of: words stand without blanks, and the cause may stand between name and verb."""

import re

from tocsin.language.lexicon import Lexicon

LONGEST = 24  # characters between a name and what befell its bearer
_CAUSE = re.compile(r"[因由][^。；：，、]{2,40}?(?=而?[被遭])")  # '因声援律师而被拘留'
_QUOTED = re.compile(r"[“「『\"][^”」』\"]*[”」』\"]")
_PARTED = re.compile(r"[。；：:;!?！？（(]|，.*，")


def is_han_subject(between: str, words: Lexicon) -> bool:
    """Nobody speaks, and nobody else is spoken of, between the name and the verb."""
    rest = _CAUSE.sub("", _QUOTED.sub("", between))
    if len(rest) > LONGEST or _PARTED.search(rest):
        return False
    return words.cues("takes_an_object").first(rest) is None
