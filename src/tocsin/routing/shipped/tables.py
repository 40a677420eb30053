"""The shipped CSV files by their first column, so that only the rows asked for are ever parsed."""

import csv
from functools import cache
from pathlib import Path

Row = dict[str, str]


@cache
def _table(name: str) -> bytes:
    return Path(__file__).with_name(name).read_bytes()


def fields_of(name: str, first: str) -> list[list[str]]:
    """Rows of a table whose first field is `first`, as lists in the order of the header.

    Files are sorted, no first field is quoted, no row is longer than a line: such rows stand together, and where they
    begin and end is found by bisection.
    """
    table = _table(name)
    rows = table[_line_from(table, f"{first},".encode()) : _line_from(table, f"{first}-".encode())]
    return list(csv.reader(rows.decode().splitlines()))


def _line_from(table: bytes, least: bytes) -> int:
    """Where the first line below the header begins that is not before `least`."""
    low, high = table.index(b"\n") + 1, len(table)
    while low < high:
        middle = (low + high) // 2
        line = table.rfind(b"\n", 0, middle) + 1
        if table[line : line + len(least)] < least:
            low = table.index(b"\n", middle) + 1
        else:
            high = line
    return low


@cache
def firsts(name: str) -> tuple[str, ...]:
    """All values of the first column, in the order of the file."""
    lines = _table(name).decode().splitlines()[1:]
    return tuple(dict.fromkeys(line[: line.index(",")] for line in lines))


def split(name: str) -> list[list[str]]:
    """All rows below the header, as lists in its order."""
    return list(csv.reader(_table(name).decode().splitlines()))[1:]


def all_rows(name: str) -> list[Row]:
    return list(csv.DictReader(_table(name).decode().splitlines()))
