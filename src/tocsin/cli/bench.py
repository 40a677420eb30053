"""`tocsin bench`: our speed beside the limit and a peer, measured in one run."""

import json
from collections.abc import Iterator, Sequence
from importlib import import_module

import click

from tocsin.benches.crowd.installation import CannotMeasure
from tocsin.benches.result import Result

from .refusals import Refusal

BENCHES = ("delivery", "desk", "import", "intake", "pages", "paper", "reading", "routing", "search")
# These invent so many reports, supporters or letters first, in a database of their own.
SIZED = {
    "delivery": "letters",
    "desk": "reports",
    "import": "reports",
    "pages": "supporters",
    "search": "reports",
}
# No module can be called “import”.
MODULES = {"import": "restoring"}


@click.command("bench")
@click.argument("bench", type=click.Choice(BENCHES))
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.option("--quick", is_flag=True, help="Fewer rounds, fewer reports: ends within 40 seconds.")
@click.option("--letters", type=click.IntRange(100, 1_000_000), help="How many letters to send.")
@click.option(
    "--reports",
    type=click.IntRange(10, 1_000_000),
    help="How many reports to invent for search, desk and import.",
)
@click.option(
    "--supporters", type=click.IntRange(1, 1_000_000), help="How many supporters to invent for pages."
)
def command(bench: str, as_json: bool, quick: bool, **sizes: int | None) -> None:
    """How fast this machine does what Tocsin does, as ratios to the most it could do and to a peer.

    Search, desk and import are measured in a database of their own, which is gone afterwards.
    """
    click.echo(f"Measuring {bench} ...", err=True)
    try:
        results = list(_measured(bench, quick, sizes.get(SIZED.get(bench, ""))))
    except CannotMeasure as why:
        raise Refusal(str(why)) from None
    if as_json:
        click.echo(json.dumps({"bench": bench, "results": [result.as_json() for result in results]}))
        return
    if all(result.queries is not None for result in results):
        click.echo("\n".join(_table(results)))
        return
    for result in results:
        click.echo(
            f"{result.path}: {result.ours_per_s:.1f} a second ({_time(result.cpu_ms)} of processor each)"
        )
        click.echo(f"    {result.ratio_to_limit:.3f} of {result.limit} ({result.limit_per_s:.0f} a second)")
        if result.peer and result.ratio_to_peer:
            click.echo(f"    {result.ratio_to_peer:.1f} times {result.peer}")
        if result.p50_ms is not None:
            click.echo(f"    {_waited(result)}")
        if result.right is not None:
            click.echo(f"    right {result.right:.3f}, wrong {result.wrong:.3f}{_peer_shares(result)}")
        if result.mb_per_s:
            click.echo(f"    {result.mb_per_s:.2f} MB a second")
        if result.peak_mb:
            click.echo(f"    {result.peak_mb:.0f} MB of memory at most")


def _table(results: Sequence[Result]) -> Iterator[str]:
    """One line a page: milliseconds on the clock, of the processor, and how often the database is asked."""
    width = max(len(result.path) for result in results)
    yield f"{'page':{width}} {'median':>8} {'95 of 100':>10} {'processor':>10} {'queries':>8}"
    for result in results:
        waited = f"{result.p50_ms or 0:8.1f} {result.p95_ms or 0:10.1f}"
        yield f"{result.path:{width}} {waited} {result.cpu_ms:10.1f} {result.queries or 0:8}"


def _measured(bench: str, quick: bool, size: int | None) -> Iterator[Result]:
    measure = import_module(f"tocsin.benches.{MODULES.get(bench, bench)}").measure
    results: Iterator[Result] = measure(quick, size) if bench in SIZED else measure(quick)
    return results


def _waited(result: Result) -> str:
    """How long one waits, by the wall's clock; how many queries it takes, where they were counted."""
    said = [f"median {_time(result.p50_ms or 0)}"]
    if result.p95_ms is not None:
        said.append(f"95 of 100 within {_time(result.p95_ms)}")
    if result.p99_ms is not None:
        said.append(f"99 of 100 within {_time(result.p99_ms)}")
    if result.queries is not None:
        said.append(f"{result.queries} queries")
    return ", ".join(said)


def _peer_shares(result: Result) -> str:
    if result.peer_right is None:
        return ""
    return f"; {result.peer}: right {result.peer_right:.3f}, wrong {result.peer_wrong:.3f}"


def _time(milliseconds: float) -> str:
    return f"{milliseconds:.1f} ms" if milliseconds >= 1 else f"{milliseconds * 1000:.1f} µs"
