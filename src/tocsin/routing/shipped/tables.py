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

    Files are sorted, no first field is quoted, no row is longer than a line: such rows stand together, and the first
    and the last of them are found without a look at the others.
    """
    table, head = _table(name), f"\n{first},".encode()
    start = table.find(head)
    if start < 0:
        return []
    end = table.find(b"\n", table.rfind(head) + 1)
    return list(csv.reader(table[start + 1 : end].decode().splitlines()))


@cache
def firsts(name: str) -> tuple[str, ...]:
    """All values of the first column, in the order of the file."""
    lines = _table(name).decode().splitlines()[1:]
    return tuple(dict.fromkeys(line[: line.index(",")] for line in lines))


def all_rows(name: str) -> list[Row]:
    return list(csv.DictReader(_table(name).decode().splitlines()))
