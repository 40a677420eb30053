"""Chinese names, as Mandarin writes them in Latin letters without tones."""

import re

from anyascii import anyascii

from .script import Script

_OTHER = re.compile(r"[^a-z]")


def _in_latin(word: str) -> str:
    return _OTHER.sub("", anyascii(word).lower())


HAN = Script(
    mark="2",
    letters=re.compile(r"[\u3005\u3400-\u9fff\uf900-\ufaff]+"),
    written=lambda word: frozenset([_in_latin(word)]),
    latin=_in_latin,
    has_no_spaces=True,
)
