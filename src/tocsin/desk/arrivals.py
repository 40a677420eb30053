"""Everything that came in, by whatever way, with what became of it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.cases.access import arrivals_for
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.reports.arrivals.queries import UNDER_WAY, arrival_counts, arrivals
from tocsin.reports.models import ArrivalState

PER_PAGE = 50


@allowed(Role.VIEWER)
def arrival_list(request: HttpRequest) -> HttpResponse:
    seen = arrivals_for(member_of(request), arrivals())
    counts = arrival_counts(seen)
    state = request.GET.get("state", "")
    rows = seen.filter(state=state) if state in ArrivalState.values else seen
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "state": state,
        "states": [(s.value, s.label, counts[s]) for s in ArrivalState if counts.get(s)],
        "total": sum(counts.values()),
        "is_under_way": any(counts.get(s) for s in UNDER_WAY),
        "version": "-".join(f"{s}{n}" for s, n in sorted(counts.items())),
    }
    return render(request, "desk/arrivals.html", context)
