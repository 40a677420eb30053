"""`tocsin export`: a case as a file, from the command line."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import IO

import click

from . import options
from .installation import load, prepare_database
from .refusals import Refusal

FORMATS = ("bundle", "ftm", "csv", "acled", "json", "zip")


@click.command("export")
@click.argument("case", metavar="CASE")
@click.option("--format", "kind", required=True, type=click.Choice(FORMATS), help="What it is for.")
@click.option("--public", is_flag=True, help="Only what may be shown to everybody, without withheld names.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to; else to stdout.")
@options.data
def command(case: str, kind: str, public: bool, out: Path | None, data: Path | None) -> None:
    """Write CASE (the last part of its address) to a file or to stdout.

    bundle: numbered pages with every exhibit, to attach to a submission; with --public the pages alone (PDF).
    ftm: FollowTheMoney JSON lines. csv: every claim with codes of other vocabularies. acled: incidents in ACLED’s
    columns. json: one document. zip: the whole case, for `tocsin import` elsewhere. Without --public a file holds
    full names: it is for a lawyer alone. Each export is noted in the audit trail.
    """
    load(data)
    _must_be_free(out)
    prepare_database()
    with tempfile.TemporaryFile() as made:
        _make(case, kind, public, made)
        made.seek(0)
        _hand_out(made, out)


def _must_be_free(out: Path | None) -> None:
    """Asked before anything is made: an export that nobody gets should not stand in the trail."""
    if out and out.exists():
        raise Refusal(f"{out} is there already: choose another name.")
    if out and not out.absolute().parent.is_dir():
        raise Refusal(f"{out} cannot be written: its folder is not there.")


def _make(slug: str, kind: str, public: bool, made: IO[bytes]) -> None:
    from tocsin.cases.errors import CannotChange
    from tocsin.cases.exchange.export_now import export_now
    from tocsin.cases.models import Case
    from tocsin.printing.sheet import CannotPrint

    case = Case.objects.filter(slug=slug).first()
    if case is None:
        raise Refusal(f"There is no case “{slug}”: give the last part of its address at the desk.")
    try:
        written = export_now(case, kind, public, made)
    except (CannotChange, CannotPrint) as error:
        raise Refusal(str(error)) from None
    click.echo(f"{written.records} records. {written.remark}".strip(), err=True)


def _hand_out(made: IO[bytes], out: Path | None) -> None:
    if out is None:
        shutil.copyfileobj(made, sys.stdout.buffer)
        return
    try:
        with out.open("xb") as file:
            shutil.copyfileobj(made, file)
    except OSError as fault:
        raise Refusal(f"{out} cannot be written: {fault.strerror}.") from None
