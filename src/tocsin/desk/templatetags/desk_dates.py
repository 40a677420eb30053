"""EDTF dates and country codes in the words of the reader's language."""

from django import template
from django.utils.translation import get_language

from tocsin.desk.country_choices import country_words
from tocsin.directory.models import Accreditation, ContactPoint
from tocsin.language.date_words import date_words as words_of

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
def country(code: str) -> str:
    return country_words(code)
