"""Phone and fax numbers."""

from dataclasses import dataclass
from typing import Any

import phonenumbers

from .kind import Lines


@dataclass(frozen=True)
class Numbers(Lines):
    """Phone or fax numbers as printed, each with what would be dialled today."""

    def fits(self, value: Any) -> bool:
        return isinstance(value, list) and all(_is_number(each) for each in value)

    def words(self, value: Any) -> str:
        return "; ".join(self._said(v) for v in value)

    def _said(self, number: dict[str, Any]) -> str:
        printed, dialled = number["as_written"], number["e164"]
        return f"{printed} → {dialled}" if dialled and dialled != printed else printed

    def typed(self, value: Any) -> str:
        return "\n".join(v["as_written"] for v in value or ())

    def read(self, typed: str) -> list[Any]:
        return [_dialled(line) for line in super().read(typed)]


def _is_number(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("as_written"), str)
        and "e164" in value
        and isinstance(value["e164"], str | None)
    )


def _dialled(line: str) -> dict[str, Any]:
    """A number that a person typed: dialled as it stands, only where it is international and valid."""
    try:
        number = phonenumbers.parse(line)
        valid = phonenumbers.is_valid_number(number)
    except phonenumbers.NumberParseException:
        return {"as_written": line, "e164": None, "valid": False, "repaired": None}
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if valid else None
    return {"as_written": line, "e164": e164, "valid": valid, "repaired": None}
