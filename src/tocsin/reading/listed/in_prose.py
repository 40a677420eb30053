"""Lists that run on in a paragraph: 'The detained are: A B, C D ... and Y Z.'"""

import re
from collections.abc import Iterator

from tocsin.language.little_words import little
from tocsin.reading.listed.cells import Kind, cells_of
from tocsin.reading.listed.columns import is_full, names_stand
from tocsin.reading.listed.entries import NameList, entry_of
from tocsin.reading.listed.shapes import MARK, name_at
from tocsin.terms.span import Span

FEWEST = 12  # people: shorter lists are read as any other sentence
LONGEST_ITEM, MOST_NOTES = 120, 3  # letters of an item; pieces between commas that only tell of somebody
_BRACKET = r"\([^()]{0,120}\)|（[^（）]{0,120}）"
_BY_SEMICOLON = re.compile(rf"(?:[^;；(（]|{_BRACKET}|[(（])+")
_BY_COMMA = re.compile(rf"(?:[^,،，、;；(（]|{_BRACKET}|[(（])+")
_AND = re.compile(rf"(?i:\s+(?:{little('and')}|&)\s+)|\s+و|(?<=[\u3400-\u9fff])[和与與及](?=[\u3400-\u9fff])")
_LEADING = re.compile(rf"(?i)\s*(?:(?:{little('and')}|&)\s+|و(?=\w)|[和与與及])")
_SURNAME_FIRST = re.compile(r"\s*,\s*[^\W\d_]")
Item = tuple[int, int]


def lists_in_prose(text: str, paragraph: Span) -> Iterator[NameList]:
    """Those of one paragraph."""
    written = text[paragraph.start : paragraph.end]
    semicolons = written.count(";") + written.count("；")
    if semicolons < FEWEST - 1 and sum(map(written.count, ",،，、")) < FEWEST - 1:
        return
    pattern = _BY_SEMICOLON if semicolons >= FEWEST - 1 else _BY_COMMA
    items = [item for match in pattern.finditer(text, *paragraph) for item in _items(text, *match.span())]
    for run in _runs(text, items):
        yield from _listed(text, run)


def _items(text: str, start: int, end: int) -> Iterator[Item]:
    """A piece between two commas; the last is two, with 'and' between, the first stands behind a colon."""
    start = max(start, text.rfind(":", start, end) + 1, text.rfind("：", start, end) + 1)
    if leading := _LEADING.match(text, start, end):
        start = leading.end()
    joint = _AND.search(text, start, end)
    if joint and (shape := name_at(text, joint.end(), end)) and is_full(shape):
        yield start, joint.start()
        start = joint.end()
    yield start, end


def _runs(text: str, items: list[Item]) -> Iterator[list[Item]]:
    """Items that name somebody, one after the other, and short notes between them."""
    run: list[Item] = []
    notes = 0
    for start, end in items:
        if _names_somebody(text, start, end):
            run.append((start, end))
            notes = 0
            continue
        notes += 1
        if notes > MOST_NOTES or end - start > LONGEST_ITEM:
            yield run
            run = []
    yield run


def _names_somebody(text: str, start: int, end: int) -> bool:
    """A full name, or 'Roe, Jane' between two semicolons."""
    shape = name_at(text, start, end)
    return shape is not None and (is_full(shape) or _SURNAME_FIRST.match(text, shape.end, end) is not None)


def _listed(text: str, run: list[Item]) -> Iterator[NameList]:
    if len(run) < FEWEST:
        return
    rows = [cells_of(text, *item, Kind.PROSE) for item in run]
    where = names_stand([(text, cells) for cells in rows], [], Kind.PROSE)
    ends = [*(start for start, _ in run[1:]), run[-1][1]]
    found = [
        entry
        for (start, _), end, cells in zip(run, ends, rows, strict=True)
        for one in where
        if (entry := entry_of(text, Span(start, end), cells, one, _number(text, start, end)))
    ]
    if len(found) >= FEWEST:
        yield NameList(tuple(found))


def _number(text: str, start: int, end: int) -> int | None:
    mark = MARK.match(text, start, end)
    return int(mark["number"]) if mark and mark["number"] else None
