"""EDTF dates and country codes in the words of the reader's language."""

from django import template
from django.utils.translation import get_language

from tocsin.desk import language_choices
from tocsin.desk.country_choices import country_words
from tocsin.directory.models import Accreditation, Channel, ContactPoint, OfficeKind
from tocsin.language.date_words import date_words as words_of
from tocsin.terms import offices as terms

register = template.Library()


@register.filter
def date_words(edtf: str) -> str:
    return words_of(edtf, get_language() or "en")


@register.filter
def sourced(statement: Accreditation | ContactPoint) -> str:
    """Its source and the source's date, which is not said twice: 'Report of 15 June 2011'."""
    date = date_words(statement.source_date)
    return statement.source if date in statement.source else f"{statement.source}, {date}"


@register.filter
def told_words(told: terms.Told) -> str:
    """Source and date of what a shipped row or a report says; a date that the source's name holds is not said twice."""
    date = date_words(told.date) if told.date else ""
    return told.source if not date or date in told.source else f"{told.source}, {date}"


@register.filter
def serves(mission: terms.Office) -> list[str]:
    """The countries that it answers to, by their names."""
    return sorted({a.serves for a in mission.accreditations}, key=country_words)


@register.filter
def channels(mission: terms.Office) -> list[str]:
    """By what the directory can reach it, each way once."""
    return [channel_words(channel) for channel in dict.fromkeys(reach.channel for reach in mission.reaches)]


@register.filter
def channel_words(channel: str) -> str:
    return str(Channel(channel).label)


@register.filter
def office_kind(kind: str) -> str:
    return str(OfficeKind(kind).label)


@register.filter
def country(code: str) -> str:
    return country_words(code)


@register.filter
def language_words(code: str) -> str:
    return language_choices.language_words(code)
