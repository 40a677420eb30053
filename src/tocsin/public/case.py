"""The public page of a case: what happened, who said what, and where each word was read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tocsin.actions.models import VISIBLE
from tocsin.cases.models import Case
from tocsin.cases.queries import case_view
from tocsin.members.access import anyone


@anyone
def case(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Case, slug=slug)
    view = case_view(found, public=True)
    if not view.has_public_page or view.is_frozen:
        raise Http404
    actions = found.actions.filter(state__in=VISIBLE)
    return render(request, "public/case.html", {"case": view, "actions": actions})
