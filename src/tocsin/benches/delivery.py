"""How fast confirmed letters leave, beside rendered bytes over one pipelined connection, and how fast they are claimed."""

from collections.abc import Iterator
from pathlib import Path

from tocsin.benches.crowd.installation import own_installation
from tocsin.benches.dispatch.signing_key import signing_key
from tocsin.benches.dispatch.sink import sink
from tocsin.benches.result import Result

LETTERS, QUICK = 20_000, 3_000
LATE_LETTERS, LATE_QUICK = 5_000, 1_500
# A server on the same machine is kept busy by two; more would only wait for one another.
NEAR_CONNECTIONS = 2
LATE_MS, LATE_CONNECTIONS = 20, 32
WORKERS = 4


def measure(quick: bool, letters: int | None = None) -> Iterator[Result]:
    """Letters in four scripts: sent, sent with signatures, sent to a server that answers 20 ms late, and claimed."""
    count = letters or (QUICK if quick else LETTERS)
    with own_installation() as database:
        yield _sent(count, database)
        with signing_key() as key:
            yield _sent(count, database, key)
        yield _sent_late(min(count, LATE_QUICK if quick else LATE_LETTERS), database)
        yield _claimed(count, database)


def _sent(count: int, database: str, key: Path | None = None) -> Result:
    """Ours and the raw way go to the same sink, one after the other; both by the wall's clock. Only ours sign."""
    from tocsin.benches.dispatch.leave import leave, rendered
    from tocsin.benches.dispatch.letters import make_letters
    from tocsin.benches.dispatch.raw import blast

    make_letters(count)
    with sink() as (name, port):
        raw = blast(port, rendered())
        took = leave(port, count, NEAR_CONNECTIONS, key)
    signed = "signed with DKIM" if key else "unsigned"
    return Result(
        path=f"{count} personal letters in four scripts to {name}, {NEAR_CONNECTIONS} connections, states written, {signed}",
        database=database,
        ours_per_s=count / took.wall,
        cpu_ms=took.cpu / count * 1000,
        limit="rendered bytes over one pipelined connection",
        limit_per_s=count / raw,
    )


def _sent_late(count: int, database: str) -> Result:
    from tocsin.benches.dispatch.leave import leave
    from tocsin.benches.dispatch.letters import make_letters

    make_letters(count)
    with sink(LATE_MS) as (_name, port):
        took = leave(port, count, LATE_CONNECTIONS)
    return Result(
        path=f"{count} personal letters to a server that answers {LATE_MS} ms late, {LATE_CONNECTIONS} connections",
        database=database,
        ours_per_s=count / took.wall,
        cpu_ms=took.cpu / count * 1000,
        limit="one journey a letter on every connection",
        limit_per_s=LATE_CONNECTIONS * 1000 / LATE_MS,
    )


def _claimed(count: int, database: str) -> Result:
    """The raw way is one statement a batch, and notes nothing of what it changed."""
    from tocsin.benches.dispatch.claims import claim_all
    from tocsin.benches.dispatch.letters import make_letters

    make_letters(count)
    ours = claim_all("ours", WORKERS, count)
    raw = claim_all("raw", WORKERS, count)
    return Result(
        path=f"{count} letters claimed by {WORKERS} workers, each change noted",
        database=database,
        ours_per_s=count / ours.wall,
        cpu_ms=ours.cpu / count * 1000,
        limit="the same rows taken by bare SQL",
        limit_per_s=count / raw.wall,
    )
