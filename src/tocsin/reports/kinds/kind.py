"""What a field of a draft can hold: how it is said, how it is edited, how what a person typed is read."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class CannotRead(ValueError):
    """What was typed does not fit the field; `str(error)` says what would."""


@dataclass(frozen=True)
class Kind:
    """One line of text; the other kinds refine it. `choices` are (code, words)."""

    widget: str = "line"
    hint: ClassVar[Any] = ""
    choices: tuple[tuple[str, Any], ...] = ()

    def fits(self, value: Any) -> bool:
        """Whether the value is one that `read` could have given; only then can a page say it."""
        return isinstance(value, str)

    def words(self, value: Any) -> str:
        """The value as a page says it."""
        return str(value)

    def typed(self, value: Any) -> str:
        """The value as a person would type it."""
        return "" if value is None else str(value)

    def read(self, typed: str) -> Any:
        """The value that was typed. Raises CannotRead."""
        if not typed.strip():
            raise CannotRead(_("Nothing was written. To leave the field out, reject it."))
        return typed.strip()


@dataclass(frozen=True)
class LongText(Kind):
    widget: str = "area"


@dataclass(frozen=True)
class Lines(Kind):
    """A list of texts, one a line."""

    widget: str = "area"
    hint: ClassVar[Any] = gettext_lazy("one a line")

    def fits(self, value: Any) -> bool:
        return isinstance(value, list) and all(isinstance(line, str) for line in value)

    def words(self, value: Any) -> str:
        return ", ".join(str(v) for v in value)

    def typed(self, value: Any) -> str:
        return "\n".join(str(v) for v in value or ())

    def read(self, typed: str) -> list[Any]:
        lines = [line.strip() for line in typed.splitlines() if line.strip()]
        if not lines:
            raise CannotRead(_("Nothing was written. To leave the field out, reject it."))
        return lines
