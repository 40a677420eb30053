"""The chronicle of a case at the desk: all that was accepted, with the words it was read from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.cases.access import on_case
from tocsin.cases.chronicle.chronicle import chronicle
from tocsin.cases.chronicle.page import chronicle_page, print_words
from tocsin.members.models import Role

from .case_file import find_case


@on_case(Role.VIEWER)
def chronicle_desk(request: HttpRequest, slug: str) -> HttpResponse:
    """With `?print=1` as a sheet for a lawyer."""
    case = find_case(slug)
    is_print = "print" in request.GET
    shown = chronicle_page(chronicle(case, public=False), request.GET, whole=is_print)
    status = 422 if shown.choice.wrong else 200
    if is_print:
        return render(request, "cases/chronicle/print.html", print_words(shown), status=status)
    return render(request, "desk/chronicle.html", {"case": case, "shown": shown}, status=status)
