"""How fast everything that a member may see is searched, beside the bare full-text query of the same words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tocsin.benches.crowd.installation import own_installation
from tocsin.benches.result import Result
from tocsin.benches.timing import Taken, share, taken

if TYPE_CHECKING:
    from tocsin.benches.crowd.fill import Crowd

REPORTS, QUICK = 20_000, 1_000
BARE = "the bare full-text query of the same words"


def measure(quick: bool, reports: int | None = None) -> Iterator[Result]:
    with own_installation() as database:
        from tocsin.benches.crowd.fill import make_crowd

        count = reports or (QUICK if quick else REPORTS)
        yield from searched(make_crowd(count), count, database, rounds=2 if quick else 5)


def searched(crowd: "Crowd", reports: int, database: str, rounds: int) -> Iterator[Result]:
    """One row for all searches together, then one a kind of search."""
    from tocsin.benches.searches import searches

    asked = searches(crowd)
    for each in asked:  # once, to load what is loaded once
        each.whole()
    ours = taken([each.whole for each in asked], rounds)
    bare = taken([each.bare for each in asked], rounds)
    yield _result(f"all searches, {reports} reports", database, ours, bare)
    for kind in dict.fromkeys(each.kind for each in asked):
        of_it = [n for n, each in enumerate(asked) if each.kind == kind]
        yield _result(kind, database, ours.only(of_it), bare.only(of_it))


def _result(path: str, database: str, ours: Taken, bare: Taken) -> Result:
    """Both rates by the wall's clock: a database of its own works in another process."""
    return Result(
        path=path,
        database=database,
        ours_per_s=1000 * len(ours.wall) / sum(ours.wall),
        cpu_ms=ours.cpu_ms,
        limit=BARE,
        limit_per_s=1000 * len(bare.wall) / sum(bare.wall),
        p50_ms=share(ours.wall, 50),
        p95_ms=share(ours.wall, 95),
        limit_p50_ms=share(bare.wall, 50),
    )
