"""What the product refuses, said on the command line."""

from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def as_sentence() -> Iterator[None]:
    """Turns Django's ValidationError into one sentence and exit code 2."""
    from django.core.exceptions import ValidationError

    try:
        yield
    except ValidationError as refusal:
        raise click.UsageError(" ".join(refusal.messages)) from None
