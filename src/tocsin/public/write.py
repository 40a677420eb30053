"""From a country to a letter: the question about ties first, then the office, why it, and the letter to edit."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.actions.view import ActionView
from tocsin.delivery.destination import choose, destinations
from tocsin.language.country_sentences import called
from tocsin.members.access import anyone
from tocsin.public.chosen_place import choose_place
from tocsin.public.countries import country_choices, is_country
from tocsin.public.known_offices import known_offices
from tocsin.public.letter_form import LetterForm, all_offices, first_form
from tocsin.public.letter_language import offered_letter
from tocsin.public.letter_page import letter_page, show_letter, start_again
from tocsin.public.open_action import for_open_action
from tocsin.public.sharing import sharing
from tocsin.public.stored_offices import stored_offices

LONGEST_BY = 40
NO_TIES, HAS_TIES, WRITES_ANYWAY = "no", "yes", "anyway"


@anyone
@for_open_action
def write(request: HttpRequest, action: Action) -> HttpResponse:
    """By POST the letter comes back to be edited once more; by GET it is reached question by question."""
    if request.method == "POST":
        return letter_page(request, action, LetterForm(action, request.POST), show_errors=False)
    country, ties = request.GET.get("country", ""), request.GET.get("ties")
    if not is_country(country):
        return _choose_country(request, action, country)
    words = _words(action_view(action), country) | {"by": _by(request)}
    if country == action.case.country:
        return render(request, "public/safety_first.html", words)
    if ties == HAS_TIES:
        words["can_print"] = any(d.post and not d.capacity for d in destinations(action, country))
        return render(request, "public/with_ties.html", words)
    if ties not in (NO_TIES, WRITES_ANYWAY):
        return render(request, "public/ties.html", words)
    return _first_letter(request, action, words)


def _choose_country(request: HttpRequest, action: Action, typed: str) -> HttpResponse:
    chosen = choose_place(typed, _language())
    if chosen.country:
        return start_again(action, chosen.country, _by(request))
    words = {"action": action_view(action), "chosen": chosen, "countries": country_choices(_language())}
    words["by"] = _by(request)
    return render(request, "public/choose_country.html", words)


def _first_letter(request: HttpRequest, action: Action, words: dict[str, Any]) -> HttpResponse:
    view: ActionView = words["action"]
    found = all_offices(action, words["country"])
    to = choose(found, request.GET.get("to", ""))
    letter = offered_letter(view, to, request.GET.get("language", ""), _language()) if to else None
    if to is None or letter is None:
        return _no_office(request, action, words)
    return show_letter(
        request, view, found, to, first_form(action, words["country"], to, letter, words["by"])
    )


def _no_office(request: HttpRequest, action: Action, words: dict[str, Any]) -> HttpResponse:
    """What the directory knows stands in for a confirmed address, and says that it is none."""
    of = action.case.country
    if of:
        words["of"] = of
        words["known"] = known_offices(
            of, words["country"], _language(), timezone.localdate(), stored_offices(of)
        )
    return render(request, "public/no_office.html", words)


def _words(view: ActionView, country: str) -> dict[str, Any]:
    name = called(country, _language())
    return {"action": view, "country": country, "country_name": name, "share": sharing(view)}


def _by(request: HttpRequest) -> str:
    """The short name of the organisation on whose site she began, as it came: counted, if it is one of ours."""
    return request.GET.get("by", "")[:LONGEST_BY]


def _language() -> str:
    return get_language() or "en"
