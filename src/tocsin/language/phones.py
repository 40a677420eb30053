"""A printed phone or fax number, and what would be dialled for it today.

A number is read where its office stands. Plans that have changed are mended by `renumberings.csv`, and only where the
number is not valid as printed; every mend is told in `repaired`.
"""

import csv
import re
from functools import cache, lru_cache
from importlib import resources

import phonenumbers
from phonenumbers import PhoneNumber

from tocsin.language.place_names import plain_name
from tocsin.terms.contacts import Number

REMEMBERED = 256  # one number is read in more than one way
_BRACKET = re.compile(r"^\s*\(\+?(\d[\d ]{0,8})\)")
_ABROAD = re.compile(r"^[\s(]*(?:00|011|8[ -]?10)(?=[\s.\-(]*[1-9])")  # 8-10: from the Soviet Union's heirs
_NORTH_AMERICAN = re.compile(r"(?:1[ .-])?\(?[2-9]\d\d\)?[ .-]\d{3}[ .-]\d{4}")
_NO_DIGIT = re.compile(r"\D")
_PLUS = frozenset("+＋")
_EXTENSION = re.compile(r"\s*(?:ext\.?|extension|x|доб\.?|poste|anexo|interno)\s*\d{1,6}\s*$", re.IGNORECASE)


def read_number(as_written: str, country: str | None, city: str | None = None) -> Number:
    """`country` is where the office stands, `city` gives the area code to a number printed without one."""
    bare = _EXTENSION.sub("", as_written)
    for attempt in (_as_printed, _with_its_code, _renumbered, _with_area):
        found = attempt(bare, country, city)
        if found:
            number, repaired = found
            return Number(as_written, _e164(number), True, repaired)
    guess = _parsed(_with_plus(bare, country), country)
    return Number(
        as_written, _e164(guess) if guess and phonenumbers.is_possible_number(guess) else None, False
    )


def country_of_number(as_written: str) -> str | None:
    """The country that a number names by its code, or by a form that only North America prints."""
    region = "US" if _NORTH_AMERICAN.fullmatch(as_written.strip()) else None
    number = _parsed(_with_plus(as_written, None), region)
    code = phonenumbers.region_code_for_number(number) if number else None
    return str(code) if code and code != "001" else None


def was_renumbered(number: Number) -> bool:
    """The plan that the number was printed in is gone."""
    return renumbered_since(number) is not None


def renumbered_since(number: Number) -> int | None:
    """The year from which the number's own plan is gone; None where it still holds."""
    for rows in renumberings().values() if number.repaired else ():
        for row in rows:
            if str(number.repaired).startswith(row["words"]):
                return int(row["since"])
    return None


Found = tuple[PhoneNumber, str | None]


def _as_printed(bare: str, country: str | None, city: str | None) -> Found | None:
    """'+44 20 ...', '(4420)-...', '0044 ...': the country code is there."""
    number = _parsed(_with_plus(bare, country), None)
    return (number, None) if number and phonenumbers.is_valid_number(number) else None


def _with_its_code(bare: str, country: str | None, city: str | None) -> Found | None:
    """'(0172)-349937', '512-463-2000': the country code is left out."""
    number = _parsed(bare, country)
    if not number or not phonenumbers.is_valid_number(number):
        return None
    if _digits(bare).startswith(str(number.country_code)) and len(_digits(bare)) > len(_national(number)):
        return number, None
    return number, f"country code {number.country_code} added"


def _renumbered(bare: str, country: str | None, city: str | None) -> Found | None:
    """A plan that has changed since, by the table."""
    for code, national, added in _nationals(bare, country):
        for row in renumberings().get(code, ()):
            match = re.fullmatch(row["before"], national)
            number = _parsed(f"+{_calling_code(code)}{match.expand(row['now'])}", None) if match else None
            if number and phonenumbers.is_valid_number(number):
                return number, f"{row['words']} ({row['since']})" + added
    return None


def _with_area(bare: str, country: str | None, city: str | None) -> Found | None:
    """'2262926': country and area code are left out, and the city is known."""
    area = area_codes().get((country or "", plain_name(city or "")))
    if not country or not area or len(_digits(bare)) > 8:
        return None
    number = _parsed(f"+{_calling_code(country)}{area}{_digits(bare)}", None)
    words = f"country code {_calling_code(country)} and area code {area} of {city} added"
    return (number, words) if number and phonenumbers.is_valid_number(number) else None


def _nationals(bare: str, country: str | None) -> list[tuple[str, str, str]]:
    """(country, digits after the country code and trunk 0, what was added to get there)."""
    digits = _digits(_ABROAD.sub("", bare))
    if not country:
        return (
            [(c, digits[len(str(_calling_code(c))) :].lstrip("0"), "") for c in _by_prefix(digits)]
            if _is_abroad(bare)
            else []
        )
    code = str(_calling_code(country))
    found = [(country, digits.lstrip("0"), f"; country code {code} added")]
    return [(country, digits[len(code) :].lstrip("0"), ""), *found] if digits.startswith(code) else found


def _is_abroad(bare: str) -> bool:
    return bare.lstrip(" (").startswith("+") or bool(_ABROAD.match(bare))


def _by_prefix(digits: str) -> list[str]:
    plans = phonenumbers.COUNTRY_CODE_TO_REGION_CODE
    return [c for n in (1, 2, 3) for c in plans.get(int(digits[:n] or 0), ()) if c in renumberings()]


def _with_plus(bare: str, country: str | None) -> str:
    """The number with a '+', where a country code seems to stand first."""
    if bare.lstrip(" (").startswith("+"):
        return "+" + _digits(bare.replace("(0)", ""))
    if _ABROAD.match(bare):
        return "+" + _digits(_ABROAD.sub("", bare).replace("(0)", ""))
    bracket = _BRACKET.match(bare)
    if bracket and country and bracket[1].startswith(str(_calling_code(country))):
        return "+" + _digits(bare)
    return "+" + _digits(bare) if country and _is_long_for(bare, country) else bare


def _is_long_for(bare: str, country: str) -> bool:
    """'4420 7581 4646': the country code stands first without a bracket."""
    code = str(_calling_code(country))
    return _digits(bare).startswith(code) and len(_digits(bare)) >= len(code) + 8 and code != "1"


@lru_cache(REMEMBERED)
def _parsed(text: str, country: str | None) -> PhoneNumber | None:
    """Not to be altered by whoever asks for it."""
    if country is None and _PLUS.isdisjoint(text):
        return None  # as `parse` would find out after some work
    try:
        return phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None


def _calling_code(country: str) -> int:
    return int(phonenumbers.country_code_for_region(country))


def _e164(number: PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _national(number: PhoneNumber) -> str:
    return str(phonenumbers.national_significant_number(number))


def _digits(text: str) -> str:
    return _NO_DIGIT.sub("", text)


@cache
def renumberings() -> dict[str, list[dict[str, str]]]:
    """Country -> rows before, now, words, since, source; `before` matches the digits after the country code."""
    by_country: dict[str, list[dict[str, str]]] = {}
    for row in _table("renumberings.csv"):
        by_country.setdefault(row["country"], []).append(row)
    return by_country


@cache
def area_codes() -> dict[tuple[str, str], str]:
    """(country, folded city) -> area code without trunk 0."""
    return {(row["country"], plain_name(row["city"])): row["area"] for row in _table("area-codes.csv")}


def _table(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
