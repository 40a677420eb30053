"""In which cells of a list's rows the names stand: by the titles of the columns, else by the look of what is in them."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tocsin.language.countries import find_country
from tocsin.language.han import is_han
from tocsin.language.little_words import words_of
from tocsin.language.person_names import further_kinds, is_given_name
from tocsin.language.places import city_country
from tocsin.reading.listed.cells import Cells, Kind, Place
from tocsin.reading.listed.shapes import Shape, name_at

MOST, MUCH, SOME, FEW = 0.7, 0.5, 0.3, 0.05
MOST_CELLS, MOST_PARTS = 14, 3
Where = tuple[Place, ...]  # one cell, or the given name's and then the family's


@dataclass(frozen=True)
class Column:
    """Shares of the rows: of those with a name there, of names with several words, with a given name, of different ones, of places."""

    place: Place
    shaped: float
    full: float
    given: float
    different: float
    towns: float


def names_stand(rows: Sequence[tuple[str, Cells]], heading: list[str], kind: Kind) -> list[Where]:
    """Every cell of a row that names somebody; in two columns side by side there are two."""
    titled = _titled(heading)
    columns = _columns(rows, kind)
    if titled:
        within = [column for column in columns if column.place[0] == titled[0][0]]
        return [(len(titled) == 1 and _pair(within, kind)) or titled]
    if pair := _pair(columns, kind):
        return [pair]
    whole = [one for one in columns if one.full >= MUCH and one.different >= SOME and one.towns < MUCH]
    whole.sort(key=lambda one: (-one.given - one.different - one.full, one.place))
    if not whole:
        alone = [one for one in columns if one.given >= MUCH and one.different >= MUCH]
        return [(one.place,) for one in alone[:1]]
    if _are_side_by_side(rows, whole, kind):
        return [(one.place,) for one in sorted(whole, key=lambda one: one.place)]
    return [(whole[0].place,)]


def has_name_title(titles: list[str]) -> bool:
    """A row of titles says which column the names are in."""
    return _titled(titles) is not None


def _titled(heading: list[str]) -> Where | None:
    titles = [" ".join(title.casefold().split()).strip(" .:*") for title in heading]
    family = _first(titles, words_of("heading_family"))
    given = _first(titles, words_of("heading_given"))
    name = _first(titles, words_of("heading_name"))
    family = name if family is None else family  # 'Nom, Prénom'
    if family is not None and given is not None and family != given:
        return (given, 0), (family, 0)
    return ((name, 0),) if name is not None else None


def _first(titles: list[str], words: frozenset[str]) -> int | None:
    return next((number for number, title in enumerate(titles) if title in words), None)


def _columns(rows: Sequence[tuple[str, Cells]], kind: Kind) -> list[Column]:
    places = sorted(
        {place for _, cells in rows for place in cells if place < (MOST_CELLS, 0) and place[1] < MOST_PARTS}
    )
    if kind is Kind.PROSE:
        places = [place for place in places if place in ((0, 0), (0, 1))]
    found = (_column(place, rows) for place in places)
    return [column for column in found if column.shaped >= MOST]


def _column(place: Place, rows: Sequence[tuple[str, Cells]]) -> Column:
    there = [(text, cells[place]) for text, cells in rows if place in cells]
    shapes = [shape for text, (start, end) in there if (shape := name_at(text, start, end))]
    names = [" ".join(shape.words) for shape in shapes]

    def share(holds: Callable[[Shape], bool]) -> float:
        return sum(map(holds, shapes)) / max(1, len(shapes))

    return Column(
        place,
        len(shapes) / len(rows),
        share(is_full),
        share(_has_given_name),
        len(set(names)) / max(1, len(names)),
        sum(city_country(name) is not None or find_country(name) is not None for name in names)
        / max(1, len(names)),
    )


def is_full(shape: Shape) -> bool:
    """More than a surname; in Chinese they are written in one."""
    return len(shape.words) > 1 or is_han(shape.words[0][0])


def _has_given_name(shape: Shape) -> bool:
    return any(is_given_name(word) or "given" in further_kinds(word) for word in shape.words)


def _pair(columns: list[Column], kind: Kind) -> Where | None:
    """The surname in one column and the given name in the next, or the other way round."""
    for one, other in itertools.pairwise(columns):
        is_next = other.place in ((one.place[0], one.place[1] + 1), (one.place[0] + 1, 0))
        if not is_next or max(one.towns, other.towns) >= SOME:
            continue
        are_short = other.full < MOST or one.full < SOME
        if are_short and one.given + FEW < other.given and other.given >= SOME and one.given < MOST:
            return other.place, one.place
        if one.given > other.given + FEW and one.given >= SOME and one.full < SOME and other.different >= FEW:
            return one.place, other.place
        if kind is Kind.PROSE and one.full < SOME and other.different >= SOME:
            return other.place, one.place  # 'Naing, Kyaw': names that no list knows
    return None


def _are_side_by_side(rows: Sequence[tuple[str, Cells]], whole: list[Column], kind: Kind) -> bool:
    """Nothing but names in the row, or a number before each."""
    if len(whole) < 2 or kind not in (Kind.TAB, Kind.PIPE, Kind.WIDE):
        return False
    text, cells = rows[0]
    numbers = sum(text[start:end].strip(" .)").isdigit() for start, end in cells.values())
    return len(cells) - numbers == len(whole) and numbers in (0, len(whole))
