"""Filters of the public pages."""

from django import template

from tocsin.cases.view import SubjectView, Value

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
def bare_address(url: str) -> str:
    """An address as people read it: without scheme and 'www.'."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url
