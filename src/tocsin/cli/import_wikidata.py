"""A refresh from Wikidata, told on the terminal; for a command that has loaded the installation."""

from collections.abc import Iterable

import click

from tocsin.directory.imports.refresh import Refreshed, refresh
from tocsin.language.countries import country_name
from tocsin.routing.shipped import senders

from .import_lists import NOT_YET, Wish, tell
from .refusals import Refusal


def take_wikidata(codes: Iterable[str], wish: Wish) -> None:
    """All countries of the directory where `codes` is empty. Raises Refusal, exit code 2, where one could not be asked."""
    wanted = list(codes) or [code for code in senders() if code != "EU"]
    failed = []
    done = 0
    for found in refresh(wanted, wish.apply, wish.keep_missing):
        done += 1
        click.echo(f"{country_name(found.of_country)} ({done} of {len(wanted)})")
        if found.failure:
            failed.append(found.of_country)
            click.echo(f"    Wikidata: {found.failure}.", err=True)
        else:
            _tell(found, wish)
    left = failed + wanted[done:]
    if left:
        raise Refusal(
            f"Not refreshed: {', '.join(left)}. Say the same again later: it goes on where it stopped."
        )
    if not wish.apply:
        click.echo(NOT_YET)


def _tell(found: Refreshed, wish: Wish) -> None:
    if found.is_done:
        click.echo("    Written within the last days; not asked again.")
        return
    if found.is_short:
        click.echo(
            "    The answer names fewer than half of the missions that are known: none is taken to be gone."
        )
    if found.changes:
        tell(found.changes, wish.tell_all)
        for bad in found.changes.bad:
            click.echo(f"    Left out: {bad.sentence}")
