"""Lines that ran together when a page was copied: 'Fax: 91-11-23010000Home Minister, Phone: ...' is two again."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tocsin.reading.contacts.signs import CHANNEL_LABEL
from tocsin.reading.document import Line

_GLUED = re.compile(r"[a-z\d)]\.?[A-ZÀ-ÞА-Я][a-zà-ÿа-яё]{2}")
_WAY_THEN_NAME = re.compile(
    r"(?:(?<![\w/])[\d(+][\d ()/+.–-]{5,24}[\d)]|@[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.[a-z]{2,4})\.?(?=[A-ZÀ-ÞА-Я][a-zà-ÿа-яё]{2,})"
)


def apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Each line cut where a name is glued to the number or e-mail before it."""
    return tuple(piece for line in lines for piece in _pieces(line))


def _pieces(line: Line) -> Iterator[Line]:
    ways = _WAY_THEN_NAME.finditer(line.text) if _GLUED.search(line.text) else ()
    cuts = [way.end() for way in ways if not CHANNEL_LABEL.match(line.text, way.end())]
    if not cuts:
        yield line
        return
    for start, end in pairwise((0, *cuts, len(line.text))):
        origins = line.origins or range(len(line.text) + 1)
        first = origins[start]
        own = tuple(at - first for at in origins[start : end + 1])
        yield Line(line.at(start, end), line.text[start:end], line.section, own)
