"""The action as the public would get it, and what each country's supporters would be offered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.actions.access import on_action
from tocsin.actions.queries import action_view
from tocsin.actions.routes import route_for
from tocsin.members.models import Role

from .action_edit import find_action
from .country_choices import country_choices, country_words


@on_action(Role.VIEWER)
def action_preview(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    choices = country_choices()
    country = request.GET.get("country", "")
    country = country if country in dict(choices) else ""
    view = action_view(action)
    page = {
        "action": action,
        "view": view,
        "people": [
            (p.name, ", ".join(filter(None, map(p.text, ("role", "status"))))) for p in view.case.people
        ],
        "letter": view.letter(request.GET.get("language", "")),
        "countries": choices,
        "country": country,
        "country_name": country_words(country),
        "route": route_for(action, country) if country else None,
    }
    return render(request, "desk/action_preview.html", page)
