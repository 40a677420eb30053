"""Japanese names in kanji: 田中 is Tanaka, 裕子 Yuko or Hiroko. A name has the readings that the list of names has for it.

Macrons, 'ou', 'oh' and 'oo' are one long vowel, and 'si' is 'shi'; the second half of a name may be in kana.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import chain

from .kana import in_latin
from .script import Script, respelt, spellings

_KANA = re.compile(r"[\u3040-\u30ff]+")
_SPELLINGS = spellings(
    (r"[^a-z]", ""), (r"m(?=[bpm])", "n"), (r"(?<=[aeiou])h(?![aeiouy])", ""),
    (r"s(?:hi|i)", "SI"), (r"s(?:h|y)", "SY"), (r"c(?:hi|i)|ti", "TI"), (r"ch|[ct]y", "TY"), (r"tsu|tu", "TU"),
    (r"(?:j|z|d)i", "ZI"), (r"jy?|[zd]y", "ZY"), (r"[dz]u", "ZU"), (r"fu", "HU"), (r"wo", "O"),
    (r"ou", "O"), (r"l", "R"),
)  # fmt: skip
Names = dict[str, list[str]]  # as written, and the readings


def _latin(word: str) -> str:
    return respelt(word, _SPELLINGS)


def _written(word: str) -> frozenset[str]:
    """As a family name, as a given name, and as one before the other."""
    family, given = _names()
    halves = (_both(word[:at], word[at:]) for at in range(1, len(word)))
    return frozenset(map(_latin, chain(family.get(word, ()), given.get(word, ()), *halves)))


def _both(before: str, after: str) -> Iterator[str]:
    family, given = _names()
    seconds = [in_latin(after)] if _KANA.fullmatch(after) else given.get(after, [])
    return (first + second for first in family.get(before, ()) for second in seconds)


@cache
def _names() -> tuple[Names, Names]:
    """Family and given names. Built by `tools/build_kanji_names.py`."""
    table = resources.files("tocsin.language").joinpath("data/kanji_names.txt").read_text(encoding="utf-8")
    family, given = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for line in table.splitlines():
        sound, *columns = line.split("\t")
        for names, column in zip((family, given), columns, strict=True):
            for name in column.split():
                names[name].append(sound)
    return dict(family), dict(given)


JAPANESE = Script(
    mark="8",
    letters=re.compile(r"[\u3400-\u9fff][\u3005\u3040-\u30ff\u3400-\u9fff]*"),
    written=_written,
    latin=_latin,
    has_no_spaces=True,
)
