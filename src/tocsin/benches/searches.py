"""What is searched for, as people do: names in any spelling, rare and common words, narrowed down, by who sees little."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import connection

from tocsin.benches.crowd.fill import Crowd
from tocsin.benches.crowd.words import SPELLINGS, TONGUES, vocabulary
from tocsin.cases.models import SearchKind
from tocsin.cases.search.find import EVERYTHING, find
from tocsin.cases.search.query import read_query
from tocsin.cases.search.results import results
from tocsin.cases.search.seen import Narrowed
from tocsin.cases.search.words_table import words_table
from tocsin.members.models import Member

PER_PAGE = 20


@dataclass(frozen=True)
class Search:
    kind: str
    typed: str
    member: Member
    narrowed: Narrowed = EVERYTHING

    def whole(self) -> int:
        """As the desk does it, up to the results of one page with their words; how many were found."""
        query = read_query(self.typed)
        found = find(query, self.member, self.narrowed)
        results(found.keys[:PER_PAGE], query, self.member)
        return len(found.keys)

    def bare(self) -> int:
        """The index alone, which knows nobody's cases and shows nothing."""
        fits = words_table().matching(read_query(self.typed))
        with connection.cursor() as cursor:
            cursor.execute(" ".join(("SELECT rowid FROM search_words WHERE", fits.where)), fits.params)
            return len(cursor.fetchall())


def searches(crowd: Crowd) -> list[Search]:
    """The same ones in each run."""
    return [*_names(crowd), *_words(crowd), *_narrowed(crowd)]


def _names(crowd: Crowd) -> Iterator[Search]:
    for printed, other_script, other_way in SPELLINGS:
        yield Search("a name as it is printed most", f"{printed} ", crowd.everybody)
        yield Search("a name in another script", f"{other_script} ", crowd.everybody)
        yield Search("a name in another spelling", f"{other_way} ", crowd.everybody)
        yield Search("a name, by who sees three cases", f"{printed} ", crowd.few)


def _words(crowd: Crowd) -> Iterator[Search]:
    words = {tongue.language: vocabulary(tongue) for tongue in TONGUES}
    for language, each in words.items():
        for nth in (0, 1):
            yield Search("a word that stands everywhere", f"{each[nth]} ", crowd.everybody)
            yield Search("the same, by who sees three cases", f"{each[nth]} ", crowd.few)
            yield Search("a usual word", f"{each[500 + nth]} ", crowd.everybody)
            yield Search("a rare word", f"{each[9_000 + nth]} ", crowd.everybody)
            yield Search("two words", f"{each[40 + nth]} {each[90 + nth]} ", crowd.everybody)
            yield Search("the beginning of a word", each[300 + nth][:3], crowd.everybody)
            if language != "zh":
                yield Search("words in quotes", f'"{each[nth]} {each[nth + 5]}"', crowd.everybody)
    for typed in ("qqxzzq ", "xyzzy plugh ", "zzqqzz"):
        yield Search("what nobody wrote", typed, crowd.everybody)


def _narrowed(crowd: Crowd) -> Iterator[Search]:
    for printed, other_script, _ in SPELLINGS:
        for narrowed in (
            Narrowed(kind=SearchKind.PERSON),
            Narrowed(language="ru", country="KZ"),
            Narrowed(since=date(2011, 1, 1), until=date(2013, 12, 31)),
            Narrowed(case=crowd.big),
        ):
            yield Search("a name, narrowed down", f"{printed} {other_script[:4]}", crowd.everybody, narrowed)
            yield Search("a name, narrowed down", printed, crowd.everybody, narrowed)
