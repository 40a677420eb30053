"""What goes into the table of words of either database, and what comes out of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from .query import Query


@dataclass(frozen=True)
class Words:
    """The words of one entry, in order: those of its title, all others, and the other spellings of both."""

    entry: int
    head: tuple[str, ...]
    words: tuple[str, ...]
    sounds: frozenset[str]


@dataclass(frozen=True)
class Matching:
    """A condition on the table of words; sorted by `rank`, what fits best stands first."""

    where: str
    params: tuple[str, ...]
    rank: str
    rank_params: tuple[str, ...] = ()


class WordsTable(Protocol):
    def put(self, rows: Iterable[Words]) -> None:
        """Stores words in place of those that an entry had."""

    def drop(self, keys: Iterable[int]) -> None:
        """Takes the words of these entries out."""

    def clear(self) -> None:
        """Takes all words out."""

    def forget(self) -> None:
        """Makes sure that no page of the database still holds what was taken out. Outside any transaction."""

    def matching(self, query: Query) -> Matching:
        """Where all parts of the query stand."""
