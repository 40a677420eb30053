"""Fields that hold a number or a date."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, ClassVar

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tocsin.language.date_words import date_words
from tocsin.language.edtf import stretch_of
from tocsin.terms.draft import draft_schema

from .kind import CannotRead, Kind

# No more people than that live.
_MOST = 10**10


def is_whole(value: Any) -> bool:
    """Whether it is a number that can be counted to: not negative, not beyond all people."""
    return type(value) is int and 0 <= value <= _MOST


@dataclass(frozen=True)
class Whole(Kind):
    """A whole number that is not negative."""

    def fits(self, value: Any) -> bool:
        return is_whole(value)

    def read(self, typed: str) -> Any:
        if not typed.strip().isascii() or not typed.strip().isdigit():
            raise CannotRead(_("Write a whole number, such as 3."))
        return int(typed)


@dataclass(frozen=True)
class Date(Kind):
    """EDTF level 1."""

    hint: ClassVar[Any] = gettext_lazy(
        "such as 2011-06-15, 2011-06, 2011-06-05? if inferred, 2011-06-05/2011-06-07"
    )

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and bool(re.fullmatch(_date_pattern(), value)) and _days_exist(value)

    def words(self, value: Any) -> str:
        return date_words(value, get_language() or "en")

    def read(self, typed: str) -> str:
        if not self.fits(typed.strip()):
            raise CannotRead(
                _("“%(typed)s” is not a date here. Write %(hint)s.") % {"typed": typed, "hint": self.hint}
            )
        if _ends_before_it_begins(typed.strip()):
            raise CannotRead(
                _("“%(typed)s” ends before it begins. Write the earlier day first.") % {"typed": typed}
            )
        return typed.strip()


@cache
def _date_pattern() -> str:
    return str(draft_schema()["$defs"]["date"]["pattern"])


def _days_exist(edtf: str) -> bool:
    for point in edtf.split("/"):
        parts = [p for p in point.rstrip("?~%").split("-") if p]
        if any("X" in p or p == ".." for p in parts):
            continue
        try:
            date(*(int(p) for p in [*parts, "1", "1"][:3]))
        except ValueError:
            return False
    return True


def _ends_before_it_begins(edtf: str) -> bool:
    begins, slash, ends = edtf.partition("/")
    first, last = stretch_of(begins), stretch_of(ends) if slash else None
    return bool(first and last and first.first and last.last and first.first > last.last)


@dataclass(frozen=True)
class Count(Kind):
    """How many people: `low`, `high` (null: or more) and the words of the report."""

    hint: ClassVar[Any] = gettext_lazy("such as 9, 200+ or 4-7")

    def fits(self, value: Any) -> bool:
        return (
            isinstance(value, dict)
            and is_whole(value.get("low"))
            and "high" in value
            and (value["high"] is None or is_whole(value["high"]))
            and isinstance(value.get("text"), str)
        )

    def words(self, value: Any) -> str:
        """The report's own words where they hold a figure, else the number; 'hundreds (200+)' where it is vague."""
        numbers, said = self.typed(value), value["text"]
        if any(letter.isdigit() for letter in said):
            return str(said)
        return numbers if value["low"] == value["high"] else f"{said} ({numbers})"

    def typed(self, value: Any) -> str:
        if not value:
            return ""
        low, high = value["low"], value["high"]
        if high is None:
            return f"{low}+"
        return str(low) if low == high else f"{low}-{high}"

    def read(self, typed: str) -> dict[str, Any]:
        found = re.fullmatch(r"(\d{1,9})\s*(?:(\+)|[-–]\s*(\d{1,9}))?", typed.strip(), re.ASCII)
        if not found:
            raise CannotRead(_("Write a number, such as 9, 200+ or 4-7."))
        low = int(found[1])
        high = None if found[2] else int(found[3] or low)
        if high is not None and high < low:
            raise CannotRead(_("The second number must not be smaller than the first."))
        return {"low": low, "high": high, "text": typed.strip()}
