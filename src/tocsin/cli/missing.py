"""What is unsafe or unfinished, at the end of a command that did its part."""

import click


def say_what_is_missing() -> None:
    """For commands that have loaded the installation."""
    from tocsin.site.checks import findings

    found = findings()
    click.echo("\nWhat is still missing (tocsin check):" if found else "\nNothing is missing.")
    for finding in found:
        click.echo(f"  {finding.grade.upper()}: {finding.what}\n      {finding.mend}")
