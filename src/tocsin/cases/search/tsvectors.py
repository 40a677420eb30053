"""The words in PostgreSQL's text search vectors."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import connection

from .query import Part, Query
from .words import Matching, Words

CREATE = (
    "CREATE TABLE search_words (rowid bigint PRIMARY KEY, vector tsvector NOT NULL)",
    "CREATE INDEX search_words_vector ON search_words USING gin (vector)",
)
_LAST_PLACE = 16_383  # of a word in a vector
_GAP = 10  # so that no phrase runs from the title into the text
_WEIGHTS = "{0, 0.1, 0.2, 1.0}"  # of D, which is not used, sounds (C), words (B) and head (A)
# Before a sound, which no printed word begins with: to tell them by their weight, each vector found would be opened.
_SOUND = "~"


class Tsvectors:
    def put(self, rows: Iterable[Words]) -> None:
        put = (
            "INSERT INTO search_words(rowid, vector) VALUES (%s, %s::tsvector)"
            " ON CONFLICT (rowid) DO UPDATE SET vector = excluded.vector"
        )
        with connection.cursor() as cursor:
            cursor.executemany(put, [(row.entry, _vector(row)) for row in rows])

    def drop(self, keys: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_words WHERE rowid = ANY(%s)", [list(keys)])

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_words")

    def forget(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM search_words")

    def matching(self, query: Query) -> Matching:
        said = (" & ".join(map(_said, query)),)
        where = "search_words.vector @@ %s::tsquery"
        return Matching(where, said, f"-ts_rank('{_WEIGHTS}', search_words.vector, %s::tsquery)", said)


def _vector(row: Words) -> str:
    """Only letters and digits stand between the quotes, whatever the text holds."""
    places: dict[str, list[str]] = defaultdict(list)
    for at, word in enumerate(row.head, 1):
        places[word].append(f"{min(at, _LAST_PLACE)}A")
    for at, word in enumerate(row.words, len(row.head) + _GAP):
        if at <= _LAST_PLACE or not places[word]:
            places[word].append(f"{min(at, _LAST_PLACE)}B")
    for sound in row.sounds:
        places[_SOUND + sound].append(f"{_LAST_PLACE}C")
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())


def _said(part: Part) -> str:
    return f"({' | '.join(_ways(part))})"


def _ways(part: Part) -> Iterator[str]:
    begun = ":*" if part.is_begun else ""
    last = len(part.printed) - 1
    yield " <-> ".join(f"'{w}'{begun if at == last else ''}" for at, w in enumerate(part.printed))
    for sound in sorted(part.sounds):
        yield f"'{_SOUND}{sound}'{begun if sound.isalpha() else ''}"
