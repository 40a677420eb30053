"""A line of a table as the values of a row: every one held to what its field can store."""

import json
from collections.abc import Iterator
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .errors import CannotImport
from .tables import Table, points_to

# Lines are written by ourselves; one as long as this is an attack, or a report that no desk took in.
_LONGEST_LINE = 64 * 2**20


def lines(file: IO[bytes], name: str) -> Iterator[dict[str, Any]]:
    """Raises CannotImport for a line that is no JSON object."""
    while line := file.readline(_LONGEST_LINE):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            raise CannotImport(_("A line of “%s” cannot be read.") % name)
        yield row


def plain_values(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """The values of the fields that point nowhere. Raises CannotImport for one that does not fit."""
    wanted = {field.name for field in table.fields} | set(table.many)
    if strange := sorted(set(row) - wanted):
        raise CannotImport(_not_fitting(table, strange[0]))
    return {
        field.name: _value(table, field, row[field.name])
        for field in table.fields
        if points_to(field) is None and field.name in row
    }


def place(table: Table, name: str, row: dict[str, Any], count: int) -> int | None:
    """The place of the row that a field points to. Raises CannotImport for one that is not there."""
    value = row.get(name)
    if value is not None and not (isinstance(value, int) and 0 <= value < count):
        raise CannotImport(_not_fitting(table, name))
    return value


def places(table: Table, name: str, row: dict[str, Any], count: int) -> list[int]:
    value = row.get(name, [])
    if not isinstance(value, list) or any(not isinstance(v, int) or not 0 <= v < count for v in value):
        raise CannotImport(_not_fitting(table, name))
    return value


def _value(table: Table, field: Any, value: Any) -> Any:
    if field.get_internal_type() == "JSONField":
        return value
    try:
        stored = field.to_python(value)
    except (ValidationError, TypeError, ValueError, OverflowError):
        raise CannotImport(_not_fitting(table, field.name)) from None
    if not _fits(field, stored):
        raise CannotImport(_not_fitting(table, field.name))
    return stored


def _fits(field: Any, value: Any) -> bool:
    if value is None:
        return bool(field.null)
    if isinstance(value, str) and ("\0" in value or (field.max_length and len(value) > field.max_length)):
        return False
    if isinstance(value, int) and field.get_internal_type().startswith("Positive") and value < 0:
        return False
    return not field.choices or value in ("", *(code for code, _words in field.flatchoices))


def _not_fitting(table: Table, name: str) -> str:
    return _("A line of “%(table)s” cannot be stored: its “%(field)s” does not fit.") % {
        "table": table.name,
        "field": name,
    }
