"""Whose offices? The door to the directory's pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from tocsin.members.access import anyone
from tocsin.public.chosen_place import choose_place
from tocsin.public.countries import country_choices


@anyone
def whose_offices(request: HttpRequest) -> HttpResponse:
    language = get_language() or "en"
    chosen = choose_place(request.GET.get("of", ""), language)
    if chosen.country:
        return redirect("offices_of", chosen.country)
    return render(
        request, "public/whose_offices.html", {"chosen": chosen, "countries": country_choices(language)}
    )
