"""`tocsin units`: what systemd and containers need to run this installation."""

import sys
from pathlib import Path

import click

from . import options
from .installation import data_folder
from .kept import setting
from .refusals import Refusal

UNITS = ("tocsin-serve.service", "tocsin-work.service")
PAGES = "TOCSIN_PAGES"
CONTAINERS = ("compose.yaml", "Dockerfile", "Dockerfile.dockerignore")


@click.command("units")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--containers",
    is_flag=True,
    help="What builds and runs containers instead, into the folder of the checkout.",
)
@options.port
@options.data
def command(folder: Path, containers: bool, port: int, data: Path | None) -> None:
    """Write tocsin-serve.service and tocsin-work.service to FOLDER, such as /etc/systemd/system.

    What stands there under these names is replaced. Nothing in them writes down who visits.
    """
    where = data_folder(data)
    parts = {
        "data": str(where),
        "written": " ".join(map(str, _written(where))),
        "tocsin": str(Path(sys.executable).with_name("tocsin")),
        "port": str(port),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in CONTAINERS if containers else UNITS:
            (folder / name).write_text(_filled(name, parts), encoding="utf-8")
            click.echo(folder / name)
    except OSError as fault:
        raise Refusal(f"{folder} cannot be written to: {fault.strerror}") from None


def _written(data: Path) -> list[Path]:
    """The folders that the services write to: the pages may lie outside of the data, where nginx reads them."""
    named = setting(PAGES, data)
    pages = Path(named).resolve() if named else data
    return [data] if pages.is_relative_to(data) else [data, pages]


def _filled(name: str, parts: dict[str, str]) -> str:
    from tocsin import site

    templates = Path(site.__path__[0]) / "units"
    text = (templates / name).read_text(encoding="utf-8")
    text = text.replace("{confined}", (templates / "confined").read_text(encoding="utf-8"))
    for part, value in parts.items():
        text = text.replace("{" + part + "}", value)
    return text
