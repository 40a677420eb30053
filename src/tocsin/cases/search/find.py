"""Finding: what a member may see of what fits her words, the likest first."""

from dataclasses import dataclass

from django.db import connection

from tocsin.members.models import Member

from ..models import SearchKind
from .query import Query
from .seen import SEEN, Conditions, Narrowed, hers, kept, narrowed
from .words_table import words_table

MOST = 1_000  # so many are sorted and counted; of more the newest are shown, and one is asked to narrow down
EVERYTHING = Narrowed()


@dataclass(frozen=True)
class Found:
    """Keys of entries, the likest first, and how many of each kind there are. `is_cut`: there are more than MOST."""

    keys: tuple[int, ...]
    counts: dict[str, int]
    is_cut: bool = False


def find(query: Query, member: Member, by: Narrowed = EVERYTHING) -> Found:
    """All that fits every part of the query and that the member may see."""
    asked = narrowed(by)
    rows = _rows(query, member, asked)
    if len(rows) > MOST:
        rows = _rows(query, member, _of_kind(asked, by.kind)) if by.kind else rows
        return Found(tuple(key for key, _, _ in rows[:MOST]), {}, is_cut=True)
    counts = {kind.value: sum(row[1] == kind for row in rows) for kind in SearchKind}
    sorted_rows = sorted(rows, key=lambda row: row[2])
    return Found(tuple(r[0] for r in sorted_rows if by.kind in ("", r[1])), counts)


def _of_kind(asked: Conditions, kind: str) -> Conditions:
    return Conditions((*asked.where, "entry.kind = %s"), (*asked.params, kind))


def _rows(query: Query, member: Member, asked: Conditions) -> list[tuple[int, str, float]]:
    """Key, kind and rank of the newest that fit, one more than are shown."""
    fits, cases, closed = words_table().matching(query), hers(member), kept(member)
    # SQLite takes a CROSS JOIN in the order in which it is written, and the index gives the newest first by itself.
    statement = (
        *("WITH hers(id) AS (", cases.where[0], "), kept(id) AS (", closed.where[0], ")"),
        *("SELECT entry.id, entry.kind,", fits.rank),
        "FROM search_words CROSS JOIN cases_searchentry entry",
        *("WHERE", " AND ".join((fits.where, "entry.id = search_words.rowid", SEEN, *asked.where))),
        "ORDER BY search_words.rowid DESC LIMIT %s",
    )
    params = (*cases.params, *closed.params, *fits.rank_params, *fits.params, *asked.params, MOST + 1)
    with connection.cursor() as cursor:
        cursor.execute(" ".join(statement), params)
        return list(cursor.fetchall())
