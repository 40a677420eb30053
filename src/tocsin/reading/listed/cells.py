"""A line of a list cut into its cells, and how such lines part them."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What parts the cells of a line; PROSE has commas at most, and begins with the name."""

    TAB = "tab"
    PIPE = "pipe"
    WIDE = "wide"
    SEMICOLON = "semicolon"
    CSV = "csv"
    PROSE = "prose"
    RULE = "rule"  # a line of a table that holds no letter


Place = tuple[int, int]  # of a cell, and of a part of it that commas make
Cells = dict[Place, tuple[int, int]]

_WIDE = re.compile(r"(?<=\S)(?:(?<![.!?:)])[ \u00a0\u3000]{2,}|[ \u00a0\u3000]{3,})(?=\S)")
_CSV = re.compile(r"\s*(?:\"[^\"]*\"|\d{1,4})\s*,\s*\S|(?:[^,\n]*,(?=[^\s,])){2}")
_QUOTED = re.compile(r"\s*\"((?:[^\"]|\"\")*)\"\s*(?:,|;|$)")
_LETTER = re.compile(r"[^\W\d_]")
_SIGN = {Kind.TAB: "\t", Kind.PIPE: "|", Kind.SEMICOLON: ";", Kind.CSV: ","}
_COMMA = re.compile("[,،，、]")


def kind_of(line: str) -> Kind:
    """By the strongest mark in it."""
    if not _LETTER.search(line):
        return Kind.RULE
    bare = line.strip()
    if "\t" in bare:
        return Kind.TAB
    if "|" in bare.strip("| "):
        return Kind.PIPE
    if bare.count(";") - bare.endswith(";") > 1:
        return Kind.SEMICOLON
    if _CSV.match(bare):
        return Kind.CSV
    return Kind.WIDE if _WIDE.search(bare) else Kind.PROSE


def cells_of(text: str, start: int, end: int, kind: Kind) -> Cells:
    """Where each stands in `text`; what commas part in a cell ('Roe, Jane') is a part of it."""
    found: Cells = {}
    for number, (first, last) in enumerate(_whole_cells(text, start, end, kind)):
        begin, part = first, 0
        for comma in _COMMA.finditer(text, first, last):
            found[number, part] = begin, comma.start()
            begin, part = comma.end(), part + 1
        found[number, part] = begin, last
    return found


def _whole_cells(text: str, start: int, end: int, kind: Kind) -> list[tuple[int, int]]:
    if kind is Kind.PROSE:
        return [(start, end)]
    if kind is Kind.WIDE:
        gaps = [match.span() for match in _WIDE.finditer(text, start, end)]
        begins = [start, *(after for _, after in gaps)]
        return list(zip(begins, [*(before for before, _ in gaps), end], strict=True))
    if kind is Kind.PIPE:
        start += text[start:end].startswith("|")
    return _parted(text, start, end, _SIGN[kind])


def _parted(text: str, start: int, end: int, sign: str) -> list[tuple[int, int]]:
    """Quoted cells without their quotes."""
    found: list[tuple[int, int]] = []
    while start <= end:
        if (quoted := _QUOTED.match(text, start, end)) and quoted[0].rstrip()[-1] in (sign, '"'):
            found.append(quoted.span(1))
            start = quoted.end() + (quoted[0].rstrip()[-1] == '"')
            continue
        at = text.find(sign, start, end)
        at = end if at < 0 else at
        found.append((start, at))
        start = at + 1
    return found


def titles_in(text: str, cells: Cells) -> list[str]:
    """What each whole cell says, as a row of titles does."""
    ends = {place[0]: end for place, (_, end) in cells.items()}
    return [text[start : ends[place[0]]].strip(' "') for place, (start, _) in cells.items() if not place[1]]
