"""The answer to a press where JavaScript runs: the parts of the page that changed, each to replace the one of its id."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.cases.access import case_of, holds_on_report
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.autosave import unsaved
from tocsin.reports.fields import FIELDS
from tocsin.reports.models import Report, Section
from tocsin.reports.queries import sentences, with_fields

from .beside_rows import alarm, beside_rows
from .review_bar import bar
from .review_card import Clash, SectionCards, Typed
from .review_cards import Desk, one_section, section_cards
from .review_tally import section_tallies
from .review_unplaced import placed


def wants_parts(request: HttpRequest) -> bool:
    return request.headers.get("X-Answer") == "parts"


def card_parts(
    request: HttpRequest,
    report: Report,
    pks: Iterable[int],
    wrong: Mapping[str, tuple[str, str]] | None = None,
    clash: Clash | None = None,
    **more: Any,
) -> HttpResponse:
    """The cards of these items and the head of their section; one card alone comes back open, unless it is a line."""
    pks = set(pks)
    typed = Typed(unsaved(report, member_of(request)), wrong or {})
    opened = next(iter(pks)) if len(pks) == 1 and "lean" not in request.POST else None
    desk = Desk(report, report.items.count(), opened, typed, clash)
    changed = [(whole, whole.items) for whole in _sections_of(report, pks, desk)]
    status = 409 if clash else 422 if wrong else 200
    return parts(request, report, status, changed=changed, **more)


def _sections_of(report: Report, pks: set[int], desk: Desk) -> Iterator[SectionCards]:
    """Reads no more of a long section than its cards need."""
    tallies = section_tallies(report)
    names = report.items.filter(pk__in=pks).order_by().values_list("section", flat=True).distinct()
    for section in (Section(name) for name in names):
        siblings = report.items.filter(section=section)
        refers = any(f.kind.widget == "reference" for f in FIELDS[section])
        items = with_fields(siblings if refers else siblings.filter(pk__in=pks))
        wanted = [item for item in items if item.pk in pks]
        yield one_section(section, wanted, items, desk, tallies[section])


def section_parts(request: HttpRequest, report: Report, section: str) -> HttpResponse:
    """A whole section."""
    typed = Typed(unsaved(report, member_of(request)))
    items = with_fields(report.items.filter(section=section))
    cards = section_cards(items, Desk(report, report.items.count(), None, typed))
    whole = next(each for each in cards if each.section == section)
    found = alarm(beside_rows(report, items)) if section == Section.CONTACTS else None
    return parts(request, report, section=whole, alarm=found)


def parts(request: HttpRequest, report: Report, status: int = 200, **more: Any) -> HttpResponse:
    """The bar, what is told, and `more`: the changed cards, a section, the sentences."""
    member = member_of(request)
    page = {
        "report": report,
        "case": case_of(report, member),
        "may_review": holds_on_report(report, member, Role.REVIEWER),
        "is_under_review": True,
        "told": list(messages.get_messages(request)),
        **bar(report, member),
        **(placed(sentences(report)) if "sentence" in more else {}),
        **more,
    }
    return render(request, "desk/review_parts.html", page, status=status)
