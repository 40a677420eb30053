"""All case files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.cases.queries import cases_with_counts
from tocsin.members.access import allowed
from tocsin.members.models import Role


@allowed(Role.VIEWER)
def case_list(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/case_list.html", {"cases": cases_with_counts()})
