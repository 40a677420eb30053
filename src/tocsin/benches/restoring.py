"""`tocsin bench import`: a case with its whole history comes back from its zip; beside bare inserts, and beside loops of saves."""

import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from tocsin.benches.crowd.installation import own_installation
from tocsin.benches.result import Result
from tocsin.benches.timing import Taken, often

if TYPE_CHECKING:
    from tocsin.benches.crowd.fill import Crowd

REPORTS, QUICK = 500, 60
LIMIT = "the same rows by bare executemany in one transaction"
PLAIN = "an ORM loop that commits each row by itself and keeps no history"
KEEPING = "an ORM loop that commits each record with its line of the chained trail"


def measure(quick: bool, reports: int | None = None) -> Iterator[Result]:
    """One result a peer. By us everything is read, checked, stored and made searchable; the others only store."""
    with own_installation() as database:
        from tocsin.benches.crowd.fill import make_crowd
        from tocsin.benches.rows import let_it_be_emptied

        let_it_be_emptied()
        crowd = make_crowd(reports or (QUICK if quick else REPORTS))
        yield from restored(crowd, database, rounds=2 if quick else 3)


def restored(crowd: "Crowd", database: str, rounds: int) -> Iterator[Result]:
    """Empties the database in between: it has to be one of the bench's own."""
    from tocsin.benches.one_case import all_in_one_case, told_of_each_claim
    from tocsin.benches.rows import each_with_its_line, one_by_one, rows_of_everything, straight
    from tocsin.cases.exchange.pack.pack import pack_case
    from tocsin.cases.exchange.pack.unpack import import_case

    case = all_in_one_case(crowd)
    told_of_each_claim(case, crowd.everybody)
    packed = io.BytesIO()
    pack_case(case, packed, lambda done, steps: None)
    ours = _quickest(lambda: import_case(packed, None), rounds)
    rows = rows_of_everything()
    limit = _quickest(lambda: straight(rows), rounds)
    number = sum(len(each.values) for each in rows)
    # Each loop runs once: what disturbs it for a moment is lost in so many rounds of its own.
    for peer, loop in ((PLAIN, one_by_one), (KEEPING, each_with_its_line)):
        theirs = _quickest(partial(loop, rows), 1)
        yield _result(number, database, peer, (ours, limit, theirs))


def _result(rows: int, database: str, peer: str, taken: tuple[Taken, Taken, Taken]) -> Result:
    ours, limit, theirs = (_seconds(each, database) for each in taken)
    return Result(
        path=f"a case of {rows} rows with its history",
        database=database,
        ours_per_s=rows / ours,
        cpu_ms=taken[0].cpu[0] / rows,
        limit=LIMIT,
        limit_per_s=rows / limit,
        peer=peer,
        peer_per_s=rows / theirs,
    )


def _seconds(taken: Taken, database: str) -> float:
    """Of the processor on SQLite; by the wall's clock on PostgreSQL, which works in processes of its own."""
    return (taken.cpu if database == "sqlite" else taken.wall)[0] / 1000


def _quickest(work: Callable[[], object], rounds: int) -> Taken:
    """The round that was disturbed least, each in an empty database."""
    return min((_in_an_empty_database(work) for _ in range(rounds)), key=lambda taken: taken.cpu)


def _in_an_empty_database(work: Callable[[], object]) -> Taken:
    from tocsin.benches.rows import empty

    empty()
    return often(work, 1)
