"""`tocsin check`: what is unsafe or unfinished, with the mend."""

from pathlib import Path

import click

from . import options
from .installation import load


@click.command("check")
@options.data
def command(data: Path | None) -> None:
    """What is unsafe or unfinished in this installation, with the mend. Exit code 1 if something is unsafe."""
    load(data)
    from tocsin.site.checks import findings

    found = sorted(findings(), key=lambda finding: finding.grade, reverse=True)
    for finding in found:
        click.echo(f"{finding.grade.upper()}: {finding.what}\n    {finding.mend}")
    if not found:
        click.echo("Nothing is unsafe or unfinished.")
    if any(finding.grade == "unsafe" for finding in found):
        raise SystemExit(1)
