"""How fast letters of supporters are taken from 16 who press at once, beside the database's own rate for the same rows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tocsin.benches.crowd.installation import own_installation
from tocsin.benches.result import Result
from tocsin.benches.servers import Server, ours
from tocsin.benches.timing import share

if TYPE_CHECKING:
    from tocsin.benches.spike.stage import Stage

WRITERS = 16
SUPPORTERS, QUICK_SUPPORTERS = 100_000, 2_000
LETTERS, QUICK_LETTERS = 3_000, 300
WARM_UP = 64
PATH = "/a/spike/send"
PAGE = "/a/spike/write?country=NO&ties=no"


def measure(quick: bool) -> Iterator[Result]:
    with own_installation() as database:
        from tocsin.benches.spike import stage

        on = stage.open_action()
        yield from _empty_and_full(on, database, quick)


def _empty_and_full(on: "Stage", database: str, quick: bool) -> Iterator[Result]:
    from tocsin.benches.spike.stage import crowd

    supporters = QUICK_SUPPORTERS if quick else SUPPORTERS
    with ours(workers=2) as site:
        for already in (0, supporters):
            crowd(on, already)
            yield _taken(on, site, already, database, QUICK_LETTERS if quick else LETTERS)


def _taken(on: "Stage", site: Server, already: int, database: str, letters: int) -> Result:
    from tocsin.benches.spike.forms import forms
    from tocsin.benches.spike.plain_rows import rows_per_second
    from tocsin.benches.spike.writers import csrf_of, press

    csrf = csrf_of(site.port, PAGE)
    made = list(forms(on, letters + WARM_UP, csrf, f"run-{already}-"))
    press(site.port, PATH, csrf, made[:WARM_UP], WRITERS)
    before = site.cpu_seconds()
    pressed = press(site.port, PATH, csrf, made[WARM_UP:], WRITERS)
    cpu = site.cpu_seconds() - before
    if pressed.refused:
        raise RuntimeError(f"{len(pressed.refused)} letters were not taken: {set(pressed.refused)}")
    return Result(
        path=f"take a letter, {WRITERS} writers, {already} supporters",
        database=database,
        ours_per_s=letters / pressed.seconds,
        cpu_ms=1000 * cpu / letters,
        limit="the database's own rate for the same rows",
        limit_per_s=rows_per_second(letters),
        p50_ms=share(pressed.waited, 50),
        p99_ms=share(pressed.waited, 99),
    )
