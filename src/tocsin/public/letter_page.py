"""The letter to edit, under the office that it goes to."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.actions.view import ActionView
from tocsin.delivery.destination import Destination, choose
from tocsin.language.countries import country_name
from tocsin.public.countries import is_country
from tocsin.public.language_names import language_name
from tocsin.public.letter_form import LetterForm, all_offices
from tocsin.public.letter_language import translation_of


def letter_page(
    request: HttpRequest, action: Action, form: LetterForm, show_errors: bool = True
) -> HttpResponse:
    """The page for a form that came back. Where its office is gone, or its country is no country, it starts again."""
    country, by = str(form["country"].value() or ""), str(form["by"].value() or "")
    if not is_country(country) or country == action.case.country:
        return start_again(action, country, by)
    found = all_offices(action, country)
    to = choose(found, str(form["to"].value() or ""))
    if to is None:
        return start_again(action, country, by)
    return show_letter(request, action_view(action), found, to, form, show_errors)


def show_letter(
    request: HttpRequest,
    view: ActionView,
    found: list[Destination],
    to: Destination,
    form: LetterForm,
    show_errors: bool = False,
) -> HttpResponse:
    """`found` are the offices of the route, `to` the one of them that is written to."""
    country = str(form["country"].value())
    letters = view.letters_for(to.capacity)
    others = [d for d in found if d.can_be_reached and d.key != to.key]
    words = {
        "action": view,
        "form": form,
        "show_errors": show_errors,
        "to": to,
        "others": [d for d in others if d.capacity == to.capacity],
        "also": [d for d in others if d.capacity != to.capacity],
        "country": country,
        "by": form["by"].value() or "",
        "country_name": country_name(country, get_language() or "en"),
        "language": form["language"].value(),
        "translation": translation_of(
            letters, str(form["language"].value()), get_language() or "en", view.own_language
        ),
        "languages": [(letter.language, language_name(letter.language)) for letter in letters],
    }
    wrong = show_errors and not form.is_valid()
    return render(request, "public/write.html", words, status=422 if wrong else 200)


def start_again(action: Action, country: str = "", by: str = "") -> HttpResponseRedirect:
    """At the question about ties, or at the action where the country is not known either."""
    if not is_country(country):
        return redirect("action", action.slug)
    return redirect(
        reverse("write", args=[action.slug], query={"country": country, **({"by": by} if by else {})})
    )


def whole_number(text: str) -> int | None:
    """A primary key as a form or address gives it; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None
