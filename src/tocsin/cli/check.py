"""`tocsin check`: what is unsafe or unfinished, with the mend."""

from pathlib import Path

import click

from . import options
from .installation import load, our_folder
from .kept import require_installation


@click.command("check")
@options.data
@click.option("--trail", metavar="COUNT:STATE", help="A state of the audit trail, as a mail told it.")
def command(data: Path | None, trail: str | None) -> None:
    """What is unsafe or unfinished in this installation, with the mend. Exit code 1 if something is unsafe."""
    require_installation(our_folder(data))
    load(data)
    if trail is not None:
        _compare(trail)
        return
    from tocsin.site.checks import findings

    found = sorted(findings(), key=lambda finding: finding.grade, reverse=True)
    for finding in found:
        click.echo(f"{finding.grade.upper()}: {finding.what}\n    {finding.mend}")
    if not found:
        click.echo("Nothing is unsafe or unfinished.")
    if any(finding.grade == "unsafe" for finding in found):
        raise SystemExit(1)


def _compare(trail: str) -> None:
    from tocsin.members.chain import stood

    count, _colon, state = trail.partition(":")
    if not (count.isdecimal() and state):
        raise click.BadParameter("write it as 1234:STATE, as the mail told it", param_hint="--trail")
    if not stood(int(count), state.strip()):
        click.echo("UNSAFE: the audit trail of this installation never had this state, or was changed since.")
        raise SystemExit(1)
    click.echo(f"The first {count} entries are what they were.")
