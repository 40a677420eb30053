"""Options that several commands share."""

from pathlib import Path

import click

port = click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to serve on."
)
host = click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; put a proxy before others."
)
workers = click.option(
    "--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes that answer."
)
data = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="TOCSIN_DATA",
    help="Folder for database, pages and mail.  [default: tocsin-data]",
)
