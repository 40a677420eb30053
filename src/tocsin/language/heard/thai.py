"""Thai names by their consonants: what ends a word is heard otherwise than what begins one, and some letters not at all."""

import re

from .script import Script, respelt, spellings

_SILENT = re.compile(r"[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c")  # a consonant under the sign of silence
_VOWEL_R = re.compile("\u0e23\u0e23")  # two r are an 'a', before nothing an 'an'
_SPELLINGS = spellings(
    (r"kh|[cg](?!h)|q", "k"), (r"th|d", "t"), (r"ph|bh|b|f", "p"), (r"sh|ch|j|z", "c"), (r"v", "w"),
    (r"[^kgtpcsnmlrw]", ""), (r"l", "r"), (r"[cs]$", "t"), (r"r$", "n"), (r"(?<=.)w", ""),
)  # fmt: skip


def _in_latin(word: str) -> str:
    return respelt(word, _SPELLINGS)


def _written(word: str) -> frozenset[str]:
    return frozenset([_in_latin(_VOWEL_R.sub("\u0e31", _SILENT.sub("", word)))])


THAI = Script(mark="5", letters=re.compile(r"[\u0e01-\u0e4e]+"), written=_written, latin=_in_latin)
