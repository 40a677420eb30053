"""What the product refuses, said on the command line."""

from collections.abc import Iterator
from contextlib import contextmanager

import click


class Refusal(click.ClickException):
    """One sentence that names what is wrong and the mend; exit code 2."""

    exit_code = 2


@contextmanager
def as_sentence() -> Iterator[None]:
    """Turns Django's ValidationError into one sentence and exit code 2."""
    from django.core.exceptions import ValidationError

    try:
        yield
    except ValidationError as refusal:
        raise Refusal(" ".join(refusal.messages)) from None
