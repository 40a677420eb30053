"""`tocsin mirror`: the public site as plain files, and whether such a copy is real."""

from datetime import UTC, datetime
from pathlib import Path

import click

from . import options
from .installation import load, prepare_database
from .progress import step
from .refusals import Refusal


@click.command("mirror")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--check", is_flag=True, help="Write nothing: say whether DIR is a real copy that has not ended."
)
@click.option(
    "--newer",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="With --check: a newer copy of the same site, which names what was withdrawn since.",
)
@options.data
def command(folder: Path, check: bool, newer: Path | None, data: Path | None) -> None:
    """Write the public site to DIR as plain files, for any host, a USB stick or an onion service.

    Letters are written from the reader's own mail program or on paper. The copy is signed, says how that is checked,
    names by fingerprint what was withdrawn, and ends after 14 days: write it anew before. A mirror that is in DIR is
    replaced by the new one in one step; any other folder is left alone.
    """
    if newer and not check:
        raise Refusal("--newer goes with --check: tocsin mirror DIR --check --newer DIR")
    if check:
        _check(folder, newer)
        return
    load(data)
    prepare_database()
    _write(folder)


def _write(folder: Path) -> None:
    from tocsin.public.mirror.check_mirror import key_of
    from tocsin.public.mirror.write_mirror import CannotMirror, write_mirror

    try:
        with step(f"Writing the site to {folder}"):
            files = write_mirror(folder)
    except CannotMirror as why:
        raise Refusal(str(why)) from None
    except OSError as fault:
        raise Refusal(f"{folder} cannot be written: {fault.strerror}.") from None
    click.echo(f"{files} files in {folder}. Tell people the key elsewhere: {key_of(folder)}", err=True)


def _check(folder: Path, newer: Path | None) -> None:
    """Needs no installation: whoever was handed a copy can ask."""
    from tocsin.public.mirror.check_mirror import faults_of, key_of, withdrawn_since

    faults = [*faults_of(folder, datetime.now(UTC))]
    if newer and not faults:
        faults += withdrawn_since(folder, newer)
    if faults:
        raise Refusal("\n".join(faults))
    click.echo(f"Real, whole and not ended. Compare its key: {key_of(folder)}", err=True)
