"""`tocsin import`: a case from the zip that another server wrote."""

from pathlib import Path

import click

from . import options
from .installation import load, prepare_database
from .progress import say
from .refusals import Refusal


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE.zip")
@options.data
def command(file: Path, data: Path | None) -> None:
    """Restore the case in FILE.zip, which `tocsin export CASE --format zip` or the desk wrote.

    All of it is stored or nothing. Members are those of the same e-mail address; others come along as names that
    cannot sign in. The case is not public, and no address is confirmed, before somebody here says so.
    """
    load(data)
    prepare_database()
    from tocsin.cases.exchange.pack.errors import CannotImport
    from tocsin.cases.exchange.pack.unpack import import_case

    try:
        with file.open("rb") as packed:
            imported = import_case(packed, by=None)
    except CannotImport as error:
        raise Refusal(f"{file}: {error}") from None
    say(f"“{imported.case.title}” is here: {imported.rows} records, at /desk/cases/{imported.case.slug}/.")
    if imported.reports_here:
        say(f"{imported.reports_here} of its reports stood here already and stay as they are.")
    if imported.strangers:
        say(f"{imported.strangers} members are not on the staff here: their names came along.")
