"""EDTF level 1 dates for formats that know only plain ones: never more exact than what is known."""

import re
from dataclasses import dataclass

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_UNSURE = "?~%"


@dataclass(frozen=True)
class PlainDates:
    """`first` and `last` are ISO dates, months or years; empty where nothing certain can be said.

    `is_exact`: the two say all that the EDTF says.
    """

    first: str
    last: str
    is_exact: bool


def plain_dates(edtf: str) -> PlainDates:
    """'2011-06-05?' gives June 2011: a date that was inferred is told one step less exactly, never as if certain."""
    first, slash, last = edtf.partition("/")
    start, end = _plain(first), _plain(last) if slash else ""
    whole = f"{start}/{end}" if slash else start
    return PlainDates(start, end, is_exact=whole == edtf and bool(edtf))


def day(edtf: str) -> str:
    """The one day that the EDTF names for certain; empty for anything less."""
    plain = plain_dates(edtf)
    return plain.first if plain.is_exact and len(plain.first) == 10 and not plain.last else ""


def _plain(point: str) -> str:
    bare = point.rstrip(_UNSURE)
    certain = bare.split("-X")[0]
    if not (found := _POINT.fullmatch(certain)):
        return ""
    parts = [part for part in found.groups() if part]
    return "-".join(parts[:-1] if bare != point else parts)
