"""`tocsin receive`: what a mail server, or anybody with a pipe, hands us; stored at once, read by the worker.

Exit codes are those of sysexits.h, which mail servers know: 0 stored; 75 not now, keep it and try again;
65 never, since it is empty or too large; 66 no such file.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tocsin.intake.errors import Unreadable
from tocsin.intake.files import MOST_BYTES, limited, read_file

from . import options
from .installation import load
from .refusals import Refusal

NEVER, NO_INPUT, NOT_NOW = 65, 66, 75


class NotNow(click.ClickException):
    """The sender keeps it and tries again."""

    exit_code = NOT_NOW


@click.command("receive")
@click.argument("source", default="-", metavar="[FILE|-]")
@click.option("--name", help="What to call it at the desk; a mail goes by its subject.")
@click.option("--bounce", is_flag=True, help="A mail that came back, or a complaint, instead of a report.")
@options.data
def command(source: str, name: str | None, bounce: bool, data: Path | None) -> None:
    """Take in a report from FILE or standard input, such as a mail from a mail server's pipe.

    Nothing is printed where it was stored. Exit code 75 where the database is not there: keep it and try again.
    """
    content = _content(source)
    try:
        load(data)
    except Refusal as refusal:
        raise NotNow(refusal.message) from None
    if bounce:
        _take_bounce(content)
    else:
        _store(content, name or (_called(source)))


def _content(source: str) -> bytes:
    try:
        if source != "-":
            return read_file(Path(source))
        return limited(sys.stdin.buffer.read(MOST_BYTES + 1))
    except Unreadable as why:
        click.echo(f"{'standard input' if source == '-' else source}: {why}.", err=True)
        is_there = source == "-" or Path(source).exists()
        sys.exit(NEVER if is_there else NO_INPUT)


def _called(source: str) -> str:
    return "" if source == "-" else Path(source).name


def _take_bounce(content: bytes) -> None:
    """What is no report about a mail of ours is dropped."""
    from tocsin.delivery.returned.take import take_mail

    with _database():
        take_mail(content)


def _store(content: bytes, name: str) -> None:
    from tocsin.reports.arrivals.arrive import Sent, arrive
    from tocsin.reports.arrivals.subject import subject_of
    from tocsin.reports.models import ArrivalWay

    with _database():
        arrive(Sent(content, name or subject_of(content) or "standard input", ArrivalWay.COMMAND))


@contextmanager
def _database() -> Iterator[None]:
    """Raises NotNow where it cannot be used."""
    from django.conf import settings
    from django.db import DatabaseError, connection

    if connection.vendor == "sqlite" and not Path(settings.DATABASES["default"]["NAME"]).exists():
        raise NotNow(f"There is no database in {settings.DATA}.")
    try:
        yield
    except (DatabaseError, OSError) as fault:
        raise NotNow(f"The database cannot be used: {type(fault).__name__}. Keep it and try again.") from None
