"""`--second-opinion` of `tocsin read`: the reader that was asked for, or a sentence why it cannot be asked."""

import os
from collections.abc import Callable
from functools import partial

import click

from tocsin.opinions.ask import with_second_opinion
from tocsin.opinions.choose import second_reader
from tocsin.opinions.endpoint_settings import EndpointSettings, WrongEndpoint, endpoint_settings
from tocsin.opinions.errors import NotInstalled
from tocsin.opinions.reader_names import ReaderName
from tocsin.terms.draft import Draft


def asking(name: ReaderName, may_leave: bool) -> Callable[[Draft], Draft]:
    """A draft -> the draft with the reader's suggestions. Raises a usage error, before anything is read."""
    try:
        settings = endpoint_settings(os.environ)
        reader = second_reader(name, settings, may_leave)
    except (NotInstalled, WrongEndpoint) as refusal:
        raise click.UsageError(str(refusal)) from None
    if not reader.stays_here:
        _must_be_allowed(settings, may_leave)
    return partial(with_second_opinion, reader=reader, may_leave=may_leave)


def _must_be_allowed(settings: EndpointSettings, may_leave: bool) -> None:
    host = settings.parts.hostname
    if not settings.elsewhere:
        raise click.UsageError(
            f"The endpoint stands on another server, {host}. Set TOCSIN_ENDPOINT_ELSEWHERE=yes if texts may go there."
        )
    if not may_leave:
        raise click.UsageError(f"The texts would be sent to {host}. Say --may-leave if these may.")
