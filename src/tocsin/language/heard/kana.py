"""Kana in Latin letters, after Hepburn, with vowels as long as they are written: 'ジュンイチ' is 'junichi', 'さとう' 'satou'."""

import re

from anyascii import anyascii

_SMALL = str.maketrans({"ゃ": "~a", "ゅ": "~u", "ょ": "~o", "ャ": "~a", "ュ": "~u", "ョ": "~o"})
_AFTER_HISS = re.compile(r"(?<=sh|ch)i~|(?<=j)i~")


def in_latin(kana: str) -> str:
    """A small ya, yu or yo is one sound with the letter before it."""
    return _AFTER_HISS.sub("", anyascii(kana.translate(_SMALL)).lower()).replace("i~", "y").replace("~", "y")
