"""The desk's first page: reports that wait, are in review, or became part of a case."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.cases.access import cases_of, reports_for
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Member, Role
from tocsin.reports.models import Report, ReportState
from tocsin.reports.queries import reports_with_progress


@dataclass(frozen=True)
class Pile:
    state: ReportState
    reports: list[Report]


@allowed(Role.VIEWER)
def desk_home(request: HttpRequest) -> HttpResponse:
    reports = list(_seen(member_of(request)))
    piles = [Pile(state, [r for r in reports if r.state == state]) for state in ReportState]
    page = {
        "piles": [pile for pile in piles if pile.reports],
        "may_bring_in": member_of(request).holds(Role.CONTRIBUTOR),
    }
    return render(request, "desk/inbox.html", page)


def _seen(member: Member) -> QuerySet[Report]:
    """The reports that the member may see, each with those of its cases that she is on."""
    hers = Prefetch("cases", cases_of(member))
    return reports_for(member, reports_with_progress()).prefetch_related(hers)
