"""Filters of the public pages."""

from collections.abc import Sequence
from datetime import date, datetime

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.actions.copies import Copy
from tocsin.cases.view import Source, SubjectView, Value
from tocsin.directory.models import ContactPoint
from tocsin.language.date_words import date_words

register = template.Library()


@register.filter
def said(subject: SubjectView, predicate: str) -> str:
    """What is said first under a predicate, in words."""
    return subject.text(predicate)


@register.filter
def all_said(subject: SubjectView, predicate: str) -> tuple[Value, ...]:
    """All that is said under a predicate: contradictory values stand side by side."""
    return subject.all(predicate)


@register.filter
def reports_of(subject: SubjectView) -> list[Source]:
    """One source for each report that says something about a subject."""
    return list({source.report: source for source in subject.sources}.values())


@register.filter
def bare_address(url: str) -> str:
    """An address as people read it: without scheme and 'www.'."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url


@register.filter
def addresses(copies: Sequence[Copy]) -> str:
    """The addresses of all copies, as webmail takes them in one field."""
    return ", ".join(copy.email.value for copy in copies)


@register.filter
def day_words(day: date | datetime | None, language: str = "") -> str:
    """'5 June 2011' in the reader's language, or the one given; empty for no day."""
    if day is None:
        return ""
    plain = day.date() if isinstance(day, datetime) else day
    return date_words(plain.isoformat(), language or get_language() or "en")


@register.filter
def known_since(point: ContactPoint) -> str:
    """How a contact is known: confirmed on a day, or as printed and not confirmed since."""
    if point.confirmed_at:
        return _("Confirmed on %(day)s.") % {"day": day_words(point.confirmed_at)}
    if not point.source_date:
        return _("This address stands as it was printed. Nobody has confirmed it.")
    when = date_words(point.source_date, get_language() or "en")
    return _("This address stands as it was printed in %(when)s. Nobody has confirmed it since.") % {
        "when": when
    }
