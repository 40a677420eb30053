"""From a country to a letter: the question about ties, the office and why, the letter to edit."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.actions.view import ActionView
from tocsin.language.countries import country_name
from tocsin.members.access import anyone
from tocsin.public.countries import country_choices, is_country
from tocsin.public.destination import Destination, choose, destinations
from tocsin.public.language_names import language_name
from tocsin.public.letter_form import LetterForm, first_form
from tocsin.public.open_action import for_open_action
from tocsin.public.sharing import sharing

NO_TIES, HAS_TIES, WRITES_ANYWAY = "no", "yes", "anyway"


@anyone
@for_open_action
def write(request: HttpRequest, action: Action) -> HttpResponse:
    if request.method == "POST":
        return letter_page(request, action, LetterForm(action, request.POST), show_errors=False)
    view = action_view(action)
    country = request.GET.get("country", "")
    words = {
        "action": view,
        "country": country,
        "country_name": country_name(country, _language()),
        "share": sharing(view),
    }
    if not is_country(country):
        return render(
            request, "public/choose_country.html", {**words, "countries": country_choices(_language())}
        )
    if country == view.country:
        return render(request, "public/safety_first.html", words)
    ties = request.GET.get("ties")
    if ties == HAS_TIES:
        words["can_print"] = any(d.post for d in destinations(action, country))
        return render(request, "public/with_ties.html", words)
    if ties not in (NO_TIES, WRITES_ANYWAY):
        return render(request, "public/ties.html", words)
    return _first_letter(request, action, view, country)


def _first_letter(request: HttpRequest, action: Action, view: ActionView, country: str) -> HttpResponse:
    to = choose(destinations(action, country), _number(request.GET.get("to", "")))
    letter = view.letter(request.GET.get("language", ""))
    if to is None or letter is None:
        words = {"action": view, "country_name": country_name(country, _language()), "share": sharing(view)}
        return render(request, "public/no_office.html", words)
    return letter_page(request, action, first_form(action, country, to, letter))


def letter_page(
    request: HttpRequest, action: Action, form: LetterForm, show_errors: bool = True
) -> HttpResponse:
    """The letter to edit. Where its office is gone, the way starts again; the text is kept as long as it can be."""
    country = str(form["country"].value() or "")
    found = destinations(action, country) if is_country(country) else []
    to = choose(found, _number(str(form["to"].value() or "")))
    if to is None:
        return start_again(action, country)
    view = action_view(action)
    words = {
        "action": view,
        "form": form,
        "show_errors": show_errors and form.is_bound,
        "to": to,
        "others": _others(found, to),
        "country": country,
        "country_name": country_name(country, _language()),
        "language": form["language"].value(),
        "languages": [(letter.language, language_name(letter.language)) for letter in view.letters],
    }
    wrong = words["show_errors"] and not form.is_valid()
    return render(request, "public/write.html", words, status=422 if wrong else 200)


def start_again(action: Action, country: str) -> HttpResponseRedirect:
    if not is_country(country):
        return redirect("action", action.slug)
    return redirect(reverse("write", args=[action.slug], query={"country": country}))


def _others(found: list[Destination], to: Destination) -> list[Destination]:
    return [d for d in found if d.can_be_reached and d.target != to.target]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None


def _language() -> str:
    return get_language() or "en"
