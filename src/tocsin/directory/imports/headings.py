"""Which column is which, and which kind of office a cell names: by the words in headings.yaml."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from tocsin.language.place_names import plain_name

ENOUGH = 2  # headings that are known make a line the heading of a table


def fields_of(headings: Sequence[str]) -> dict[int, str]:
    """Column -> field. Of two columns that mean the same the first counts; 'Country' beside 'Host' is the sender."""
    found: dict[int, str] = {}
    for column, heading in enumerate(headings):
        field = _words("headings").get(_plain(heading), "")
        if field and field not in found.values():
            found[column] = field
    return found


def kind_of(cell: str) -> str:
    """An office kind; '' where the words are not known."""
    return _longest(cell, _words("kinds"))


def why_left_out(cell: str) -> str:
    """'honorary' or 'no_mission'; '' for what may be taken."""
    return _longest(cell, _words("left_out"))


def _longest(cell: str, words: Mapping[str, str]) -> str:
    padded = f" {_plain(cell)} "
    named = [word for word in words if f" {word} " in padded]
    return words[max(named, key=len)] if named else ""


def _plain(text: str) -> str:
    return plain_name(text.replace("_", " "))


@cache
def _words(section: str) -> Mapping[str, str]:
    import yaml

    text = resources.files(__package__).joinpath("headings.yaml").read_text(encoding="utf-8")
    rows: dict[str, list[str]] = yaml.load(text, Loader=yaml.CSafeLoader)[section]
    return {_plain(word): name for name, words in rows.items() for word in words}
