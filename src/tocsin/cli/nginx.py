"""`tocsin nginx`: the configuration for nginx before this installation."""

from pathlib import Path

import click

from . import options
from .installation import load


@click.command("nginx")
@options.port
@options.data
def command(port: int, data: Path | None) -> None:
    """Print the configuration for nginx before the site on PORT: it reads the rendered pages itself."""
    load(data, port)
    from tocsin.site.nginx import configuration

    click.echo(configuration(port), nl=False)
