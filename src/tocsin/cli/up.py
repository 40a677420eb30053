"""`tocsin up`: everything on one machine, from nothing to two addresses."""

import os
from pathlib import Path

import click

from . import options
from .installation import load, prepare_database
from .port import require_free_port
from .progress import say, step
from .refusals import Refusal
from .supervise import Child, Supervisor


@click.command("up")
@click.argument("files", nargs=-1, metavar="[FILE|URL ...]")
@options.port
@options.host
@options.workers
@options.data
@click.option(
    "--online",
    is_flag=True,
    help="Let web addresses be fetched, and mailboxes and feeds that an administrator added; their servers see that you ask.",
)
@click.option("--email", default="administrator@localhost", help="Address of the first administrator.")
def command(
    files: tuple[str, ...],
    port: int,
    host: str,
    workers: int,
    data: Path | None,
    online: bool,
    email: str,
) -> None:
    """Set up, read FILES into the desk (the project's own sample where none are given), serve and deliver."""
    require_free_port(host, port)
    if online:
        os.environ["TOCSIN_ONLINE"] = "yes"
    load(data, port)
    with step("Preparing the database"):
        prepare_database()
    _make_findable()
    _bring_in(files, online)
    serving = ["serve", "--port", str(port), "--host", host, "--workers", str(workers)]
    supervisor = Supervisor([Child("site", serving), Child("worker", ["work"])])
    supervisor.start()
    if _wait_until_served(host, port, supervisor):
        _announce(host, port, email)
    supervisor.run()
    say("Stopped.")


def _make_findable() -> None:
    """After an update, or a restored backup."""
    from tocsin.cases.search.rebuild import is_incomplete, rebuild

    if is_incomplete():
        with step("Making the index of the search"):
            rebuild()


def _bring_in(files: tuple[str, ...], online: bool) -> None:
    from .bring_in import bring_in, bring_in_sample

    if not files:
        with step("Reading the sample appeals"):
            bring_in_sample()
    elif not bring_in(files, online):
        raise Refusal("None of these files could be read, so nothing was started.")


def _wait_until_served(host: str, port: int, supervisor: Supervisor) -> bool:
    from .port import wait_until_open

    with step("Starting site and worker"):
        return wait_until_open(host, port, supervisor.stopping, supervisor.look_after)


def _announce(host: str, port: int, email: str) -> None:
    from .announce import announce

    announce(host, port, email)
