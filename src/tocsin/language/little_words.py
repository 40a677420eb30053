"""Words that tie a name to what is said beside it, of all languages at once: a text in one quotes another."""

import csv
from functools import cache
from importlib import resources

from tocsin.language.one_of import one_of_stems


def little(part: str) -> str:
    """Any word of a part of `data/little-words.csv`, as an expression in lower case; `*` there is any ending."""
    return one_of_stems(_words()[part])


def words_of(part: str) -> frozenset[str]:
    """The words of a part as they stand there."""
    return frozenset(_words()[part])


@cache
def _words() -> dict[str, list[str]]:
    file = resources.files(__package__).joinpath("data", "little-words.csv")
    words: dict[str, list[str]] = {}
    for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
        words.setdefault(row["part"], []).extend(row["words"].split("|"))
    return words
