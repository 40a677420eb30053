"""Fields that hold a code of a list."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .kind import CannotRead, Kind, Lines


@dataclass(frozen=True)
class Coded(Kind):
    """One of a list of codes."""

    widget: str = "select"

    def words(self, value: Any) -> str:
        return str(dict(self.choices).get(value, value))

    def read(self, typed: str) -> str:
        if typed not in dict(self.choices):
            raise CannotRead(_("Choose one from the list."))
        return typed


@dataclass(frozen=True)
class CodedLines(Lines):
    """Several of a list of codes; typed as their words, one a line."""

    def words(self, value: Any) -> str:
        return ", ".join(str(dict(self.choices).get(v, v)) for v in value)

    def typed(self, value: Any) -> str:
        return "\n".join(str(dict(self.choices).get(v, v)) for v in value or ())

    def read(self, typed: str) -> list[Any]:
        return [self._code(line) for line in super().read(typed)]

    def _code(self, line: str) -> str:
        for code, words in self.choices:
            if line.casefold() in (code.casefold(), str(words).casefold()):
                return code
        known = ", ".join(str(words) for _code, words in self.choices)
        raise CannotRead(_("“%(line)s” is not one of: %(known)s.") % {"line": line, "known": known})


@dataclass(frozen=True)
class YesNo(Coded):
    def words(self, value: Any) -> str:
        return _("yes") if value else _("no")

    def typed(self, value: Any) -> str:
        return "yes" if value else "no"

    def read(self, typed: str) -> Any:
        return super().read(typed) == "yes"


@dataclass(frozen=True)
class Reference(Kind):
    """Another item of the same section, by its place in the draft."""

    widget: str = "reference"

    def words(self, value: Any) -> str:
        return _("number %(n)s") % {"n": int(value) + 1}

    def typed(self, value: Any) -> str:
        return str(value) if value is not None else ""

    def read(self, typed: str) -> Any:
        if not typed.isdecimal():
            raise CannotRead(_("Choose one from the list."))
        return int(typed)
