"""`tocsin receive`: what a mail server, or anybody with a pipe, hands us; stored at once, read by the worker.

Exit codes are those of sysexits.h, which mail servers know: 0 stored; 75 not now, keep it and try again;
65 never, since it is empty or too large; 66 no such file.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

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
@click.option(
    "--bounce", is_flag=True, help="A mail that came back, a complaint or an answer, instead of a report."
)
@options.data
def command(source: str, name: str | None, bounce: bool, data: Path | None) -> None:
    """Take in a report from FILE or standard input, such as a mail from a mail server's pipe.

    Nothing is printed where it was stored. Exit code 75 where the database is not there: keep it and try again.
    """
    content, size = _beginning(source) if bounce else (_content(source), 0)
    try:
        load(data)
    except Refusal as refusal:
        raise NotNow(refusal.message) from None
    if bounce:
        _take_bounce(content, size)
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


def _beginning(source: str) -> tuple[bytes, int]:
    """Of a mail however large: as much as is kept, and its size in bytes. An answer with a large file is still one."""
    try:
        with _opened(source) as stream:
            content = stream.read(MOST_BYTES)
            size = len(content)
            while more := stream.read(2**20):
                size += len(more)
    except OSError:
        sys.exit(NO_INPUT)
    if not content.strip():
        click.echo("The mail is empty.", err=True)
        sys.exit(NEVER)
    return content, size


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    """Standard input for "-". Raises OSError."""
    if source == "-":
        yield sys.stdin.buffer
        return
    with Path(source).open("rb") as file:
        yield file


def _take_bounce(content: bytes, size: int) -> None:
    """A report about a mail of ours, or an answer."""
    from tocsin.followup.replies.any_mail import take_any_mail

    with _database():
        take_any_mail(content, size)


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
