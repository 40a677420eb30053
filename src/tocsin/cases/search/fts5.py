"""The words in SQLite's full-text index."""

from collections.abc import Iterable, Iterator

from django.db import connection, transaction

from tocsin.jobs.journal import empty_journal

from .query import Part, Query
from .words import Matching, Words

# Every letter beyond ASCII is a letter to it: the words come folded and cut already.
CREATE = "CREATE VIRTUAL TABLE search_words USING fts5(head, words, sounds, tokenize='ascii')"
_WEIGHTS = "8.0, 2.0, 1.0"  # head, words, sounds


class Fts5:
    def put(self, rows: Iterable[Words]) -> None:
        put = "INSERT OR REPLACE INTO search_words(rowid, head, words, sounds) VALUES (%s, %s, %s, %s)"
        stored = [(r.entry, " ".join(r.head), " ".join(r.words), " ".join(sorted(r.sounds))) for r in rows]
        with connection.cursor() as cursor:
            cursor.executemany(put, stored)

    def drop(self, keys: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [(key,) for key in keys])

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_words")

    def forget(self) -> None:
        """A word that was taken out is marked as gone and stays until its part of the index is written anew."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words(search_words) VALUES ('optimize')")
        empty_journal()

    def matching(self, query: Query) -> Matching:
        said = (" AND ".join(map(_said, query)),)
        return Matching("search_words MATCH %s", said, f"bm25(search_words, {_WEIGHTS})")


def _said(part: Part) -> str:
    return f"({' OR '.join(_ways(part))})"


def _ways(part: Part) -> Iterator[str]:
    """Only letters and digits stand between the quotes, whatever was typed."""
    begun = " *" if part.is_begun else ""
    yield f'{{head words}} : "{" ".join(part.printed)}"{begun}'
    for sound in sorted(part.sounds):
        yield f'sounds : "{sound}"{begun if sound.isalpha() else ""}'
