"""Whom and what a review names already, in whatever part, so that no second reader suggests them again."""

from collections.abc import Iterable, Iterator
from typing import Any

from tocsin.opinions.known import Known, plain_language

from .models import Report, ReviewField, Section

PEOPLE = {
    (Section.PEOPLE, "name"), (Section.PEOPLE, "aliases"), (Section.OFFICIALS, "name"),
    (Section.CONTACTS, "person"), (Section.STATEMENTS, "speaker"), (Section.STATEMENTS, "about"),
    (Section.DEMANDS, "by"), (Section.ASKS, "by"), (Section.INCIDENTS, "affected"),
    (Section.INCIDENTS, "actors"),
}  # fmt: skip
BODIES = {(Section.ORGANISATIONS, "name"), (Section.CONTACTS, "office"), (Section.OFFICIALS, "office")}


def known_names(report: Report) -> Known:
    """As proposed and as corrected; what a reviewer rejected stays known, and is not suggested again."""
    fields = list(ReviewField.objects.filter(item__report=report).select_related("item"))
    people, bodies = frozenset(_names(fields, PEOPLE)), frozenset(_names(fields, BODIES))
    return Known(people, bodies, plain_language(report.language))


def _names(fields: Iterable[ReviewField], wanted: set[tuple[Section, str]]) -> Iterator[str]:
    for field in fields:
        if (field.item.section, field.name) in wanted:
            for value in (field.proposed, field.value):
                yield from _words(value)


def _words(value: Any) -> list[str]:
    found = [value] if isinstance(value, str) else value or []
    return [name for name in found if name.strip()]
