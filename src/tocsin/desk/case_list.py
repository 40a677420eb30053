"""The case files that the member is on."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.cases.access import cases_of
from tocsin.cases.queries import with_counts
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role

PER_PAGE = 50


@allowed(Role.VIEWER)
def case_list(request: HttpRequest) -> HttpResponse:
    page = Paginator(with_counts(cases_of(member_of(request))), PER_PAGE).get_page(request.GET.get("page"))
    may_import = member_of(request).holds(Role.ADMINISTRATOR)
    return render(request, "desk/case_list.html", {"page": page, "cases": page, "may_import": may_import})
