"""Codes and parameters of a route put into words: the only place where routing speaks a language."""

from collections.abc import Mapping
from datetime import date

from tocsin.language.countries import country_name
from tocsin.routing.edtf_words import day_words, month_words
from tocsin.routing.words import route_words
from tocsin.terms.offices import Office, Told

STILL_FRESH_DAYS = 90
_CONFIRMED_FORMS = frozenset({"resident", "listed_for"})


def reason_words(code: str, office: Office, told: Told, country: str, language: str = "en") -> str:
    """Why this office, in one sentence; `country` is the supporter's."""
    words = route_words(language)
    form = f"{code}_confirmed" if told.is_confirmed and code in _CONFIRMED_FORMS else code
    source = told_words(told, language)
    sentence = words["reasons"][form].format(
        country=country_name(country, language),
        of=country_name(office.of_country, language) if office.of_country else "",
        stands=country_name(office.in_country, language) if office.in_country else "",
        city=office.city or (country_name(office.in_country, language) if office.in_country else ""),
        kind=words["kinds"].get(office.kind, words["kinds"]["other"]),
        told=source,
        Told=source[:1].upper() + source[1:],
    )
    return " ".join(sentence.split())


def told_words(told: Told, language: str = "en") -> str:
    """'the appeal of June 2011'."""
    words = route_words(language)["told"]
    if not told.date:
        return words[told.kind]
    dated = day_words if told.is_confirmed else month_words
    return words[f"{told.kind}_dated"].format(date=dated(told.date, language))


def confidence_of(told: Told, as_of: date) -> str:
    """The code: confirmed, confirmed_long_ago, as_printed, from_directory."""
    if told.kind != "reviewer":
        return "as_printed" if told.kind == "appeal" else "from_directory"
    return "confirmed_long_ago" if _age_in_days(told.date, as_of) > STILL_FRESH_DAYS else "confirmed"


def confidence_words(code: str, told: Told, language: str = "en") -> str:
    words = route_words(language)["confidence"]
    form = code if told.date or f"{code}_undated" not in words else f"{code}_undated"
    dated = day_words if told.is_confirmed else month_words
    return words[form].format(date=dated(told.date, language) if told.date else "")


def warning_words(code: str, params: Mapping[str, str | int], language: str = "en") -> str:
    """`params` are country codes under `of` and `country`, and numbers."""
    named = {k: country_name(v, language) if isinstance(v, str) else v for k, v in params.items()}
    return route_words(language)["warnings"][code].format(**named)


def _age_in_days(edtf: str | None, as_of: date) -> int:
    try:
        return (as_of - date.fromisoformat(edtf or "")).days
    except ValueError:
        return STILL_FRESH_DAYS + 1 if edtf else 0
