"""Fields that hold a country or a place."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tocsin.language.countries import country_codes, country_name, find_country

from .kind import CannotRead, Kind, Lines

_CODE = re.compile(r"[A-Z]{2}")
_MOST_DEGREES = {"latitude": 90, "longitude": 180}


def _name_of(country: str) -> str:
    """As its reader calls it; typed in any language it is found again."""
    return country_name(country, get_language() or "en")


def _code_of(typed: str) -> str | None:
    """What a form said in its reader's language is read as it was meant, whatever else bears that name elsewhere."""
    return _codes_by_name(get_language() or "en").get(typed.casefold()) or find_country(typed)


@cache
def _codes_by_name(language: str) -> dict[str, str]:
    return {country_name(code, language).casefold(): code for code in country_codes()}


def _is_degree(value: Any, most: int) -> bool:
    return value is None or (type(value) in (int, float) and -most <= value <= most)


@dataclass(frozen=True)
class Country(Kind):
    hint: ClassVar[Any] = gettext_lazy("name or two-letter code")

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and bool(_CODE.fullmatch(value))

    def words(self, value: Any) -> str:
        return _name_of(value)

    def typed(self, value: Any) -> str:
        return _name_of(value) if value else ""

    def read(self, typed: str) -> str:
        code = _code_of(typed.strip())
        if not code:
            raise CannotRead(_("No country is known as “%(name)s”.") % {"name": typed.strip()})
        return code


@dataclass(frozen=True)
class Countries(Lines):
    def fits(self, value: Any) -> bool:
        return isinstance(value, list) and all(Country().fits(each) for each in value)

    def words(self, value: Any) -> str:
        return ", ".join(_name_of(v) for v in value)

    def typed(self, value: Any) -> str:
        return "\n".join(_name_of(v) for v in value or ())

    def read(self, typed: str) -> list[Any]:
        return [Country().read(line) for line in super().read(typed)]


@dataclass(frozen=True)
class Place(Kind):
    hint: ClassVar[Any] = gettext_lazy("such as Aktau, Kazakhstan")

    def fits(self, value: Any) -> bool:
        return (
            isinstance(value, dict)
            and isinstance(value.get("name"), str)
            and "country" in value
            and (value["country"] is None or Country().fits(value["country"]))
            and all(_is_degree(value.get(name), most) for name, most in _MOST_DEGREES.items())
        )

    def words(self, value: Any) -> str:
        name, country = value["name"], value["country"]
        known = _name_of(country) if country else ""
        return name if not known or known == name else f"{name}, {known}"

    def typed(self, value: Any) -> str:
        return self.words(value) if value else ""

    def read(self, typed: str) -> dict[str, Any]:
        name, comma, country = super().read(typed).rpartition(",")
        code = _code_of(country.strip())
        if comma and code:
            return {"name": name.strip(), "country": code, "latitude": None, "longitude": None}
        return {"name": typed.strip(), "country": None, "latitude": None, "longitude": None}
