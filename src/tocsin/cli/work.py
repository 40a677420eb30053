"""`tocsin work`: a worker beside the site, or on a machine of its own."""

from pathlib import Path

import click

from . import options
from .installation import load
from .leash import follow_parent


@click.command("work")
@click.option(
    "--threads", default=4, show_default=True, type=click.IntRange(1, 64), help="Jobs done side by side."
)
@options.data
def command(threads: int, data: Path | None) -> None:
    """Do what waits until told to stop: send letters, render pages, forget what is over."""
    follow_parent()
    load(data)
    from tocsin.jobs.work import work

    work(threads)
