"""Progress for a person who waits: what was done and how long it took, on stderr."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def step(what: str) -> Iterator[None]:
    """Says what begins, then how long it took."""
    started = time.monotonic()
    click.echo(f"{what} ... ", nl=False, err=True)
    outcome = "not done"
    try:
        yield
        outcome = f"{time.monotonic() - started:.1f} s"
    finally:
        click.echo(outcome, err=True)


def say(sentence: str) -> None:
    click.echo(sentence, err=True)
