"""The public chronicle of a case: what may be shown, through the mask."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tocsin.cases.chronicle.page import chronicle_page, print_words
from tocsin.cases.models import Case
from tocsin.members.access import anyone


@anyone
def chronicle(request: HttpRequest, slug: str) -> HttpResponse:
    """With `?print=1` as a sheet to print."""
    case = get_object_or_404(Case, slug=slug, is_public=True, frozen_at=None)
    is_print = "print" in request.GET
    shown = chronicle_page(case, request.GET, public=True, whole=is_print)
    status = 422 if shown.choice.wrong else 200
    if is_print:
        return render(request, "cases/chronicle/print.html", print_words(shown), status=status)
    return render(request, "public/chronicle.html", {"case": shown.told.case, "shown": shown}, status=status)
