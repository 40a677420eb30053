"""A line of a file in the zip as the values of a row: every one held to what its field can store."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from tocsin.language.edtf import stretch_of
from tocsin.reports.kinds.measured import Date

from .errors import CannotImport
from .tables import Table

# Lines are written by ourselves; one as long as this is an attack, or a report that no desk took in.
_LONGEST_LINE = 64 * 2**20
# Whatever is noted of a case was noted in our time.
_YEARS = range(1900, 2200)
_WEB = ("http://", "https://")


@dataclass(frozen=True)
class Line:
    """One line of a file in the zip; `number` counts from 1."""

    file: str
    number: int
    row: dict[str, Any]

    def wrong(self, name: str) -> CannotImport:
        """The refusal that tells where: file, line and field."""
        return CannotImport(
            _(
                "“%(file)s”, line %(number)d: its “%(field)s” does not fit. Nothing was stored; export the case again."
            )
            % {"file": self.file, "number": self.number, "field": name[:60]}
        )


def lines(file: IO[bytes], name: str) -> Iterator[Line]:
    """Raises CannotImport for a line that is no JSON object, or holds what no text or number can be."""
    number = 0
    while raw := file.readline(_LONGEST_LINE):
        number += 1
        try:
            row = json.loads(raw.decode(), parse_float=_finite, parse_constant=_finite)
            # Only what is written as an escape can be a NUL or half a letter.
            is_sound = isinstance(row, dict) and (b"\\u" not in raw or all(map(_is_text, _texts(row))))
        except (ValueError, RecursionError):
            is_sound = False
        if not is_sound:
            raise CannotImport(
                _("“%(file)s”, line %(number)d cannot be read.") % {"file": name, "number": number}
            )
        yield Line(name, number, row)


def plain_values(table: Table, line: Line) -> dict[str, Any]:
    """The values of the fields that point nowhere. Raises CannotImport for one that does not fit."""
    if strange := sorted(line.row.keys() - table.names):
        raise line.wrong(strange[0])
    return {
        field.name: _value(line, field, line.row[field.name])
        for field in table.plain
        if field.name in line.row
    }


def place(line: Line, name: str, count: int) -> int | None:
    """The place of the row that a field points to. Raises CannotImport for one that is not there."""
    value = line.row.get(name)
    if value is not None and not (type(value) is int and 0 <= value < count):
        raise line.wrong(name)
    return value


def places(line: Line, name: str, count: int) -> list[int]:
    value = line.row.get(name, [])
    if not isinstance(value, list) or any(type(v) is not int or not 0 <= v < count for v in value):
        raise line.wrong(name)
    return value


def fits(field: "models.Field[Any, Any]", value: Any) -> bool:
    """Whether a field can store a value, and whoever shows it later can say it."""
    if value is None:
        return bool(field.null)
    if value == "" and field.blank:
        return True
    if field.choices and value not in {code for code, _words in field.flatchoices}:
        return False
    try:
        field.run_validators(value)
    except ValidationError:
        return isinstance(field, models.URLField) and value.startswith(_WEB)
    return _means_something(field, value)


def _means_something(field: "models.Field[Any, Any]", value: Any) -> bool:
    if isinstance(field, models.DateTimeField):
        return value.tzinfo is not None and value.year in _YEARS
    if isinstance(value, date):
        return value.year in _YEARS
    if str(field.help_text).startswith("EDTF"):
        return _is_date(value)
    return not isinstance(field, models.URLField) or value.startswith(_WEB)


def _is_date(edtf: str) -> bool:
    """A moment counts as its day."""
    return Date().fits(edtf) or stretch_of(edtf) is not None


def _value(line: Line, field: Any, value: Any) -> Any:
    if isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.CharField | models.TextField) and not isinstance(value, str | None):
        raise line.wrong(field.name)
    try:
        stored = field.to_python(value)
    except (ValidationError, TypeError, ValueError, OverflowError):
        raise line.wrong(field.name) from None
    if not fits(field, stored):
        raise line.wrong(field.name)
    return stored


def _finite(number: str) -> float:
    """Raises ValueError for what no database stores."""
    if not math.isfinite(value := float(number)):
        raise ValueError(number)
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _is_text(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)
