"""The pages for what is not there: withdrawn, or never was."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.actions.models import Action, ActionState


def gone_or_unknown(request: HttpRequest, slug: str) -> HttpResponse:
    """410 for an action that was withdrawn; raises Http404 for any other."""
    if Action.objects.filter(slug=slug, state=ActionState.WITHDRAWN).exists():
        return render(request, "public/gone.html", status=410)
    raise Http404
