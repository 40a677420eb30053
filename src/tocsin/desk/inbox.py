"""The desk's first page: reports that wait, are in review, or became part of a case."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.reports.models import Report, ReportState
from tocsin.reports.queries import reports_with_progress


@dataclass(frozen=True)
class Pile:
    state: ReportState
    reports: list[Report]


@allowed(Role.VIEWER)
def desk_home(request: HttpRequest) -> HttpResponse:
    reports = list(reports_with_progress())
    piles = [Pile(state, [r for r in reports if r.state == state]) for state in ReportState]
    page = {
        "piles": [pile for pile in piles if pile.reports],
        "may_bring_in": member_of(request).holds(Role.CONTRIBUTOR),
    }
    return render(request, "desk/inbox.html", page)
