"""Chinese names as Cantonese is heard: 黃 is Wong, 陳 Chan, 張 Cheung, in the spellings of Hong Kong's and Macau's documents.

Characters are read as Jyutping; that, and what people print on cards, are put into the same classes of sounds.
"""

from functools import cache
from importlib import resources

from .han import HAN
from .script import Script, respelt, spellings

# In this order. Capitals are done: C stands for z, c, ch and ts; Q for ng.
_SPELLINGS = spellings(
    (r"[^a-z]", ""), (r"tsz", "CI"), (r"sz", "SI"), (r"ng", "Q"), (r"^Q(?=[aeiou])", ""),
    (r"ts|tz|ch|dz|[zcj]", "C"), (r"sh|s", "S"), (r"gw|kw|qu", "KW"), (r"ck|[gkq]", "K"), (r"[bp]", "P"), (r"[dt]", "T"),
    (r"(?<=[aeiou])h(?![aeiou])", ""),
    (r"aau|au|ow", "AU"), (r"aai|ai", "AI"), (r"eoi|ui", "UI"), (r"oi|oy", "OI"), (r"iu|ew", "IU"),
    (r"ei|ee|ie|ey|ay", "I"), (r"oe|eu", "EU"), (r"ou", "O"), (r"ue|oo|eo|u", "U"),
    (r"aa|a", "A"), (r"e", "E"), (r"i", "I"), (r"o", "O"), (r"y(?=I)", ""),
)  # fmt: skip


def _in_latin(word: str) -> str:
    return respelt(word, _SPELLINGS)


def _written(word: str) -> frozenset[str]:
    """A word with a character that the table has not cannot be read."""
    heard = [_readings().get(character) for character in word]
    return frozenset(["".join(map(str, heard))] if all(heard) else ())


@cache
def _readings() -> dict[str, str]:
    """Built by `tools/build_cantonese.py`. How each character is heard most."""
    table = resources.files("tocsin.language").joinpath("data/cantonese.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in table.splitlines())
    return {character: _as_printed(sound) for sound, written in lines for character in written}


def _as_printed(jyutping: str) -> str:
    """Its j is a y, and its yu a u or ue."""
    if jyutping.startswith("j"):
        return _in_latin("y" + jyutping[1:].removeprefix("y"))
    return _in_latin(jyutping.replace("yu", "u"))


CANTONESE = Script(mark="6", letters=HAN.letters, written=_written, latin=_in_latin, has_no_spaces=True)
