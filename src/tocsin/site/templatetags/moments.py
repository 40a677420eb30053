"""Days and moments of a page in its reader's language; every template has the filter (settings)."""

from datetime import date, datetime

from django import template
from django.utils.translation import get_language

from tocsin.language.calendar_words import calendar_words, moment_words

register = template.Library()

# What a template may ask for: how the day is written, and the clock beside it.
KINDS = {
    "day": ("long", ""),
    "full-day": ("full", ""),
    "weekday": ("cccc", ""),
    "minute": ("long", "%H:%M"),
    "short-day": ("yMMMd", ""),
    "short-minute": ("yMMMd", "%H:%M"),
    "short-second": ("yMMMd", "%H:%M:%S"),
}


@register.filter(expects_localtime=True)
def moment(at: object, kind: str) -> str:
    """`at|moment:"minute"` is '5 June 2011, 14:30'; empty for what is no day. `kind` is one of `KINDS`."""
    if not isinstance(at, date):
        return ""
    fields, clock = KINDS[kind]
    language = get_language() or "en"
    if clock and isinstance(at, datetime):
        return moment_words(at, fields, clock, language)
    return calendar_words(at, fields, language)
