"""`tocsin bench`: our speed beside the limit and a peer, measured in one run."""

import json
from importlib import import_module

import click

from tocsin.benches.result import Result

BENCHES = ("reading", "routing")


@click.command("bench")
@click.argument("bench", type=click.Choice(BENCHES))
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.option("--quick", is_flag=True, help="Fewer rounds: ends within 40 seconds.")
def command(bench: str, as_json: bool, quick: bool) -> None:
    """How fast this machine does what Tocsin does, as ratios to the most it could do and to a peer."""
    click.echo(f"Measuring {bench} ...", err=True)
    results = list(import_module(f"tocsin.benches.{bench}").measure(quick))
    if as_json:
        click.echo(json.dumps({"bench": bench, "results": [result.as_json() for result in results]}))
        return
    for result in results:
        click.echo(
            f"{result.path}: {result.ours_per_s:.1f} a second ({_time(result.cpu_ms)} of processor each)"
        )
        click.echo(f"    {result.ratio_to_limit:.3f} of {result.limit} ({result.limit_per_s:.0f} a second)")
        if result.peer and result.ratio_to_peer:
            click.echo(f"    {result.ratio_to_peer:.1f} times {result.peer}")
        if result.right is not None:
            click.echo(f"    right {result.right:.3f}, wrong {result.wrong:.3f}{_peer_shares(result)}")
        if result.mb_per_s:
            click.echo(f"    {result.mb_per_s:.2f} MB a second")
        if result.peak_mb:
            click.echo(f"    {result.peak_mb:.0f} MB of memory at most")


def _peer_shares(result: Result) -> str:
    if result.peer_right is None:
        return ""
    return f"; {result.peer}: right {result.peer_right:.3f}, wrong {result.peer_wrong:.3f}"


def _time(milliseconds: float) -> str:
    return f"{milliseconds:.1f} ms" if milliseconds >= 1 else f"{milliseconds * 1000:.1f} µs"
