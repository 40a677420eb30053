"""Fields that hold a code of a list."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .kind import CannotRead, Kind, Lines
from .measured import is_whole


@dataclass(frozen=True)
class Coded(Kind):
    """One of a list of codes."""

    widget: str = "select"

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and value in dict(self.choices)

    def words(self, value: Any) -> str:
        return str(dict(self.choices).get(value, value))

    def read(self, typed: str) -> Any:
        """By its code or by its words."""
        for code, words in self.choices:
            if typed.strip().casefold() in (code.casefold(), str(words).casefold()):
                return code
        known = ", ".join(str(words) for _code, words in self.choices)
        raise CannotRead(_("“%(typed)s” is not one of: %(known)s.") % {"typed": typed, "known": known})


@dataclass(frozen=True)
class CodedLines(Lines):
    """Several of a list of codes; typed as their words, one a line."""

    def fits(self, value: Any) -> bool:
        return super().fits(value) and set(value) <= set(dict(self.choices))

    def words(self, value: Any) -> str:
        return ", ".join(str(dict(self.choices).get(v, v)) for v in value)

    def typed(self, value: Any) -> str:
        return "\n".join(str(dict(self.choices).get(v, v)) for v in value or ())

    def read(self, typed: str) -> list[Any]:
        return [Coded(choices=self.choices).read(line) for line in super().read(typed)]


@dataclass(frozen=True)
class YesNo(Coded):
    def fits(self, value: Any) -> bool:
        return isinstance(value, bool)

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

    def fits(self, value: Any) -> bool:
        return is_whole(value)

    def words(self, value: Any) -> str:
        return _("number %(n)s") % {"n": int(value) + 1}

    def typed(self, value: Any) -> str:
        return str(value) if value is not None else ""

    def read(self, typed: str) -> Any:
        if not typed.isdecimal():
            raise CannotRead(_("Choose one from the list."))
        return int(typed)
