"""The case files that the member is on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.cases.access import cases_of
from tocsin.cases.queries import with_counts
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role


@allowed(Role.VIEWER)
def case_list(request: HttpRequest) -> HttpResponse:
    cases = with_counts(cases_of(member_of(request)))
    may_import = member_of(request).holds(Role.ADMINISTRATOR)
    return render(request, "desk/case_list.html", {"cases": cases, "may_import": may_import})
