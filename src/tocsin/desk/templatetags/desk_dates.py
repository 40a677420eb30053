"""EDTF dates and country codes in the words of the reader's language."""

from django import template
from django.utils.translation import get_language

from tocsin.desk.country_choices import country_words
from tocsin.language.date_words import date_words as words_of

register = template.Library()


@register.filter
def date_words(edtf: str) -> str:
    return words_of(edtf, get_language() or "en")


@register.filter
def country(code: str) -> str:
    return country_words(code)
