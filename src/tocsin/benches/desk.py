"""How long each page of the desk takes where much is stored, beside the page that shows nothing."""

import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from tocsin.benches.crowd.installation import own_installation
from tocsin.benches.result import Result
from tocsin.benches.timing import Taken, often, share
from tocsin.site.collector import leave_what_is_loaded

if TYPE_CHECKING:
    from tocsin.benches.crowd.fill import Crowd
    from tocsin.reports.models import Report

REPORTS, QUICK = 20_000, 100
# A page is asked for so often, after twice to load what is loaded once and to count its queries.
ROUNDS, QUICK_ROUNDS = 7, 1
EMPTY = "the desk's page that shows nothing: the rules of the house"
FLOOR = "house_rules"


def measure(quick: bool, reports: int | None = None) -> Iterator[Result]:
    with own_installation() as database:
        from tocsin.benches.crowd.around import add_around
        from tocsin.benches.crowd.fill import make_crowd

        count = reports or (QUICK if quick else REPORTS)
        crowd = make_crowd(count, _say)
        _say("Adding offices, calls, letters and an audit trail ...")
        review = add_around(crowd, count)
        _say("Asking for each page ...")
        leave_what_is_loaded()  # as the server does
        yield from looked_at(crowd, review, database, rounds=QUICK_ROUNDS if quick else ROUNDS)


def _say(words: str) -> None:
    """What goes on, for whoever waits some minutes."""
    print(words, file=sys.stderr, flush=True)


def looked_at(crowd: "Crowd", review: "Report", database: str, rounds: int) -> Iterator[Result]:
    """One row a page, the slowest first. Rates are of processor time."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tocsin.benches.desk_pages import desk_client, shown

    client = desk_client(crowd.everybody)
    found: dict[str, tuple[Taken, int]] = {}
    for page in shown(crowd, review, client):
        with CaptureQueriesContext(connection) as queries:
            client.get(page.address)
        number = len(queries)  # before the next request has them forgotten
        found[page.name] = often(partial(client.get, page.address), rounds), number
    floor = found[FLOOR][0]
    for name, (taken, number) in sorted(found.items(), key=lambda item: -item[1][0].cpu_ms):
        yield _result(name, database, taken, floor, number)


def _result(name: str, database: str, taken: Taken, floor: Taken, queries: int) -> Result:
    return Result(
        path=name,
        database=database,
        ours_per_s=1000 / taken.cpu_ms,
        cpu_ms=taken.cpu_ms,
        p95_cpu_ms=share(taken.cpu, 95),
        limit=EMPTY,
        limit_per_s=1000 / floor.cpu_ms,
        p50_ms=share(taken.wall, 50),
        p95_ms=share(taken.wall, 95),
        queries=queries,
    )
