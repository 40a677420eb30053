"""Codes and parameters of a route put into words: the only place where routing speaks a language."""

from collections.abc import Mapping
from datetime import date

from tocsin.language.called import Called
from tocsin.language.city_names import city_name
from tocsin.language.contractions import Joining
from tocsin.language.country_sentences import called
from tocsin.routing.asks import GOVERNMENT
from tocsin.routing.edtf_words import day_words, month_words
from tocsin.routing.known_then import first_day
from tocsin.routing.words import route_words
from tocsin.terms.offices import Office, Told

STILL_FRESH_DAYS = 90
_UNCONFIRMED = {
    "appeal": "as_printed",
    "official": "from_official_list",
    "directory": "from_directory",
    "generic": "no_source",
}
_COUNTRIES = frozenset({"of", "country", "of_sovereign"})
_WHOLE_DATE = len("2026-01-01")
_BY_PLACE = {("de_facto", True): "de_facto_here", ("consulate", False): "consulate_elsewhere"}
_OWN = {**dict.fromkeys(GOVERNMENT, "own_government"), "parliament": "own_parliament"}
_CONFIRMED_FORMS = frozenset({"resident", "listed_for"})


def reason_words(
    code: str, office: Office, told: Told, country: str, language: str = "en", of: str | None = None
) -> str:
    """Why this office, in one sentence; `country` is the supporter's, `of` that which is written about."""
    words = route_words(language)
    of = of or office.of_country
    source = told_words(told, language)
    sentence = words["reasons"][_form(code, office, told, country, words["reasons"])].format(
        country=called(country, language),
        of=_called(of, language),
        keeper=_called(office.of_country, language),
        owns=office.owns,
        buys_from=office.buys_from,
        related=told_words(office.related, language) if office.related else "",
        stands=_called(office.in_country, language),
        city=_city(office, language),
        kind=words["kinds"].get(office.kind, words["kinds"]["other"]),
        told=source,
        Told=source[:1].upper() + source[1:],
    )
    return _sentence(sentence)


def _city(office: Office, language: str) -> Joining:
    """The country where nobody knows in which city it stands."""
    if office.city:
        return city_name(office.city, office.in_country or "", language)
    return Joining(_called(office.in_country, language), language)


def _called(code: str | None, language: str) -> Called:
    """Nothing for no country, which a sentence may bend all the same."""
    return called(code, language) if code else Called("", "", language)


def _form(code: str, office: Office, told: Told, country: str, forms: Mapping[str, str]) -> str:
    """Some reasons are told otherwise by where it stands, if a person confirmed them, or if no source speaks of it."""
    if (code, office.in_country == country) in _BY_PLACE:
        return _BY_PLACE[code, office.in_country == country]
    if code == "parent" and office.related:
        return "parent_related"
    if code == "own_country" and office.kind in _OWN and office.of_country == country:
        code = _OWN[office.kind]
    if told.is_confirmed and code in _CONFIRMED_FORMS:
        return f"{code}_confirmed"
    return f"{code}_generic" if told.kind == "generic" and f"{code}_generic" in forms else code


def told_words(told: Told, language: str = "en") -> str:
    """'the appeal of June 2011'."""
    words = route_words(language)["told"]
    if not told.date:
        return words[told.kind].format(source=told.source)
    dated = day_words if told.is_confirmed else month_words
    return words[f"{told.kind}_dated"].format(source=told.source, date=dated(told.date, language))


def confidence_of(told: Told, as_of: date, doubt: str = "") -> str:
    """The code: confirmed, confirmed_long_ago, as_printed, from_official_list, from_directory, in_doubt, no_source."""
    if told.kind != "reviewer":
        return "in_doubt" if doubt else _UNCONFIRMED[told.kind]
    return "confirmed_long_ago" if _age_in_days(told.date, as_of) > STILL_FRESH_DAYS else "confirmed"


def confidence_words(code: str, told: Told, language: str = "en") -> str:
    words = route_words(language)["confidence"]
    form = code if told.date or f"{code}_undated" not in words else f"{code}_undated"
    dated = day_words if told.is_confirmed else month_words
    return words[form].format(date=dated(told.date, language) if told.date else "")


def warning_words(code: str, params: Mapping[str, str | int | Told], language: str = "en") -> str:
    """`params` are country codes under `of` and `country`, cities with their countries, sources, days, numbers and words of a source."""
    filled = {name: _filled(name, value, language) for name, value in params.items()}
    filled |= {
        name: city_name(str(params[name]), str(where), language)
        for name in ("city", "other_city")
        if (where := params.get(f"{name}_in"))
    }
    first = {name.capitalize(): f"{value[:1].upper()}{value[1:]}" for name, value in filled.items()}
    return _sentence(route_words(language)["warnings"][code].format(**filled, **first))


def _sentence(words: str) -> str:
    words = " ".join(words.split())
    return words[:1].upper() + words[1:]


def _filled(name: str, value: str | int | Told, language: str) -> str:
    if isinstance(value, Told):
        return told_words(value, language)
    if name in _COUNTRIES:
        return called(str(value), language)
    return month_words(str(value), language) if name == "day" else str(value)


def _age_in_days(edtf: str | None, as_of: date) -> int:
    """Days since; 0 where the date is not known, more than fresh where it cannot be read."""
    if not edtf:
        return 0
    day = first_day(edtf) if len(edtf) >= _WHOLE_DATE else None
    return (as_of - day).days if day else STILL_FRESH_DAYS + 1
