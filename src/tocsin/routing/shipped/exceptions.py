"""What departs from the rule that a state's embassy in a country answers for it there; kept by hand, row by row sourced."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from tocsin.routing.shipped.sources import told
from tocsin.routing.shipped.tables import fields_of
from tocsin.terms.offices import Exceptional, ExceptionKind


@cache
def exceptions_of(code: str) -> tuple[Exceptional, ...]:
    """All exceptions whose sender is `code` (ISO alpha-2)."""
    return tuple(_exception(*row) for row in fields_of("exceptions.csv", code))


def exceptions_between(code: str, receiver: str) -> tuple[Exceptional, ...]:
    """Those of them that speak of `receiver`."""
    return _by_receiver(code).get(receiver, ())


@cache
def _by_receiver(code: str) -> Mapping[str, tuple[Exceptional, ...]]:
    found: dict[str, tuple[Exceptional, ...]] = {}
    for each in exceptions_of(code):
        found[each.receiver] = (*found.get(each.receiver, ()), each)
    return found


def _exception(
    sender: str,
    receiver: str,
    kind: str,
    host: str,
    city: str,
    note: str,
    source: str,
    date: str,
    valid_from: str,
    valid_to: str,
) -> Exceptional:
    teller = told(source, date)
    begins, ends = valid_from or None, valid_to or None
    return Exceptional(sender, receiver, cast(ExceptionKind, kind), host, city, note, teller, begins, ends)
