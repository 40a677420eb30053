"""`tocsin search`: the index that the desk searches."""

from pathlib import Path

import click

from . import options
from .installation import load, prepare_database
from .progress import say


@click.command("search")
@click.option("--rebuild", "anew", is_flag=True, help="Make the whole index anew; others may work meanwhile.")
@options.data
def command(anew: bool, data: Path | None) -> None:
    """Says whether everything can be found by the desk's search; with --rebuild, makes its index anew."""
    load(data)
    prepare_database()
    from tocsin.cases.search.rebuild import is_incomplete, rebuild

    if anew:
        say(f"{rebuild()} reports, people, incidents, offices and cases can be found.")
    elif is_incomplete():
        say("Something cannot be found yet: run tocsin search --rebuild, or start tocsin up.")
    else:
        say("Everything can be found.")
