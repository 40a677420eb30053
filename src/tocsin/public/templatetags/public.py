"""Filters of the public pages."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from urllib.parse import urlsplit

from django import template
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.actions.copies import Copy
from tocsin.cases.as_it_went import as_it_went, told_of
from tocsin.cases.assessments import AssessmentView
from tocsin.cases.view import CaseView, LinkView, Source, SubjectView, Value
from tocsin.directory.models import ContactPoint
from tocsin.directory.said_here import said_here
from tocsin.language.date_words import date_words, plain_date_words
from tocsin.language.zone_words import zone_words
from tocsin.reports.codes import LinkKind
from tocsin.routing.edtf_words import month_words
from tocsin.routing.name_said import HasName
from tocsin.routing.reasons import told_words
from tocsin.terms.offices import Told

register = template.Library()


@register.filter
def said(subject: SubjectView, predicate: str) -> str:
    """What is said first under a predicate, in words."""
    return subject.text(predicate)


@register.filter
def name_here(office: HasName) -> str:
    """What an office is called in the language of the page."""
    return said_here(office)


@register.filter
def all_said(subject: SubjectView, predicate: str) -> tuple[Value, ...]:
    """All that is said under a predicate: contradictory values stand side by side."""
    return subject.all(predicate)


@register.filter
def in_time(values: Iterable[Value]) -> list[Value]:
    """In the order of the days that they are told of."""
    return as_it_went(values)


@register.filter
def when_told(value: Value) -> str:
    """'5 June 2011': when it was so, or was said to be; empty where nobody dates it."""
    return plain_date_words(told_of(value), get_language() or "en")


@register.filter
def reports_of(subject: SubjectView) -> list[Source]:
    """One source for each report that says something about a subject."""
    return list({source.report: source for source in subject.sources}.values())


@register.filter
def assessed(case: CaseView, subject: SubjectView) -> list[AssessmentView]:
    """What the editors make of a subject, and of whoever was judged to be it."""
    keys = {subject.pk, *getattr(subject, "joined", ())}
    return [assessment for assessment in case.assessments if assessment.subject in keys]


@register.filter
def cited_by(subject: SubjectView, assessment: AssessmentView) -> list[Source]:
    """One source for each report that an assessment cites."""
    said = [s for value in subject.all(assessment.predicate) for s in value.said]
    found = [s.source for s in said if s.claim in assessment.cites and s.source]
    return list({source.report: source for source in found}.values())


@register.filter
def said_plainly(subject: SubjectView, predicate: str) -> str:
    """A date as prose says it: that it was inferred stands on the page of the case alone."""
    return plain_date_words(subject.raw(predicate) or "", get_language() or "en")


@register.filter
def on_the_web(links: Iterable[LinkView]) -> list[LinkView]:
    """Those that a browser opens as a page: what a report calls a link may be anything."""
    return [link for link in links if web_address(link.url)]


@register.filter
def web_address(url: str) -> str:
    """An address with its scheme, which print leaves out before 'www.'; empty for one that is not of the web."""
    whole = f"https://{url}" if url.startswith("www.") else url
    try:
        return whole if urlsplit(whole).scheme in ("http", "https") else ""
    except ValueError:
        return ""


@register.filter
def leads_to(link: LinkView) -> str:
    """What a link is and whose site it opens: 'Video: youtube.com'. Nothing of what it shows is on our page."""
    site = domain(link.url)
    if link.kind == LinkKind.OTHER:
        return site
    return _("%(kind)s: %(domain)s") % {"kind": capfirst(link.text("kind")), "domain": site}


@register.filter
def domain(url: str) -> str:
    """Whose site an address opens."""
    return (urlsplit(web_address(url)).hostname or url).removeprefix("www.")


@register.filter
def told_by(told: Told) -> str:
    """'Wikidata (November 2022)'."""
    return capfirst(told_words(told, get_language() or "en"))


@register.filter
def month(edtf: str) -> str:
    """'November 2022' in the reader's language; empty for no date."""
    return month_words(edtf, get_language() or "en") if edtf else ""


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
def city_of(zone: str) -> str:
    """The city of an IANA time zone in the reader's language."""
    return zone_words(zone, get_language() or "en")


@register.filter
def known_since(point: ContactPoint) -> str:
    """How a contact is known: confirmed on a day, or as printed and not confirmed since."""
    if point.confirmed_at:
        return _("Confirmed on %(day)s.") % {"day": day_words(point.confirmed_at)}
    if not point.source_date:
        return _("As printed. Nobody has confirmed it.")
    when = month_words(point.source_date, get_language() or "en")
    return _("As printed in %(when)s. Nobody has confirmed it since.") % {"when": when}
