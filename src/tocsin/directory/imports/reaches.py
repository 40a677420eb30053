"""The cells of a row that say how an office is reached."""

import re
from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from tocsin.language.phones import read_number
from tocsin.terms.offices import ChannelName, Reach, Told

from ..errors import CannotUse

_SEVERAL = re.compile(r"\s*[;|\n]\s*|,\s*(?=[+(\[])|\s+/\s+")
_ADDRESSES = re.compile(r"[\s;,|]+")
_MANY_DIGITS = re.compile(r"(?:\D*\d){5}")
NO_NUMBER = "not a valid number as stated"


def reaches(row: Mapping[str, str], said: Told, country: str) -> Iterator[Reach]:
    """Raises CannotUse for an e-mail address that is none. A number that is none keeps its words alone."""
    for address in filter(None, _ADDRESSES.split(row.get("email", ""))):
        yield _email(address, said)
    if "address" in row:
        lines = "\n".join(line.strip() for line in row["address"].splitlines() if line.strip())
        yield Reach("post", lines, said, row["address"])
    yield from _numbers("phone", row.get("phone_as_stated") or row.get("phone", ""), said, country)
    yield from _numbers("fax", row.get("fax", ""), said, country)
    for site in row.get("web", "").split():
        yield Reach("web", site.strip(";,"), said, site)


def _email(address: str, said: Told) -> Reach:
    try:
        validate_email(address)
    except ValidationError:
        raise CannotUse(
            f"“{address}” is not an e-mail address. It needs a name, an @ and a domain."
        ) from None
    return Reach("email", address, said, address)


def _numbers(channel: ChannelName, cell: str, said: Told, country: str) -> Iterator[Reach]:
    for part in _SEVERAL.split(cell):
        if not _MANY_DIGITS.match(part):
            continue
        number = read_number(part, country or None)
        usable = number.valid and number.e164
        value, repaired = (number.e164, number.repaired) if usable else (part, NO_NUMBER)
        yield Reach(channel, value or part, said, part, repaired)
