"""Hebrew names by their consonants: vowels are not written, and three letters are heard in two ways."""

import re
from itertools import islice, product

from .script import Script, respelt, spellings

# Of each letter what may be heard of it; nothing else is. Vav and yod are vowels within a word.
_HEARD = {
    **{"ב": "b", "ג": "g", "ד": "d", "ז": "z", "ט": "t", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s"},
    **{"פ": "p", "ף": "p", "צ": "s", "ץ": "s", "ק": "k", "ר": "r", "ש": "s", "ת": "t"},
}  # fmt: skip
_IN_TWO_WAYS = {"ו": ("", "b"), "ח": ("", "k"), "כ": ("", "k"), "ך": ("", "k")}
_HEARD_FIRST = {"ו": ("b",), "ה": ("k",), "ח": ("k",)}
_MOST_WAYS = 16
_SPELLINGS = spellings(
    (r"tz|ts|sh|sch", "s"), (r"ph|f", "p"), (r"ck|ch|kh|[cqx]|^h", "k"), (r"th", "t"), (r"[vw]", "b"),
    (r"[^bgdzlmnsprtk]", ""),
)  # fmt: skip


def _written(word: str) -> frozenset[str]:
    letters = [_IN_TWO_WAYS.get(c) or (_HEARD.get(c, ""),) for c in word]
    letters[0] = _HEARD_FIRST.get(word[0]) or letters[0]
    return frozenset("".join(way) for way in islice(product(*letters), _MOST_WAYS))


def _in_latin(word: str) -> str:
    return respelt(word, _SPELLINGS)


HEBREW = Script(mark="4", letters=re.compile(r"[\u05d0-\u05ea]+"), written=_written, latin=_in_latin)
