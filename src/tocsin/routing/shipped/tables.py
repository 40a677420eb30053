"""The shipped CSV files as lines by their first column, so that only the rows asked for are ever parsed."""

import csv
from functools import cache
from importlib import resources
from itertools import groupby

Row = dict[str, str]


@cache
def _lines_by_first(name: str) -> dict[str, list[str]]:
    """Lines below the header by first field: files are sorted, no first field is quoted, no row longer than a line."""
    lines = _text(name).splitlines()[1:]
    return {first: list(group) for first, group in groupby(lines, lambda line: line[: line.index(",")])}


def fields_of(name: str, first: str) -> list[list[str]]:
    """Rows of a table whose first field is `first`, as lists in the order of the header."""
    return list(csv.reader(_lines_by_first(name).get(first, ())))


def firsts(name: str) -> tuple[str, ...]:
    """All values of the first column, in the order of the file."""
    return tuple(_lines_by_first(name))


def all_rows(name: str) -> list[Row]:
    return list(csv.DictReader(_text(name).splitlines()))


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
