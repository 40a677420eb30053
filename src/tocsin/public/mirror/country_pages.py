"""For each country what its supporters see of an open action: the question about ties, the office, the letter."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.actions.view import ActionView, LetterView
from tocsin.delivery.destination import Destination, choose, destinations
from tocsin.language.country_sentences import called
from tocsin.letters.compose import Letter
from tocsin.look.languages import parted
from tocsin.public.call_script import call_script
from tocsin.public.countries import country_choices, name_key
from tocsin.public.known_offices import known_offices
from tocsin.public.language_names import language_name
from tocsin.public.paper_letter import PaperLetter
from tocsin.public.sharing import sharing
from tocsin.public.stored_offices import stored_offices
from tocsin.public.way import ways_to

# Address on the site -> page.
Page = tuple[str, str]


def country_pages(action: Action, language: str) -> Iterator[Page]:
    """Of an open action; the language of the moment must be `language`."""
    view, write = action_view(action), reverse("write", args=[action.slug])
    shown = {"action": view, "share": sharing(view), "mirror": True, "here": parted(write)[1]}
    countries = country_choices(language)
    yield (
        write,
        render_to_string("public/mirror_countries.html", {**shown, "by_letter": _by_letter(countries)}),
    )
    for country, _name in countries:
        own = {"country": country, "country_name": called(country, language)}
        words = {**shown, **own, "here": f"{shown['here']}?country={country}"}
        if country == action.case.country:
            yield f"{write}?country={country}", render_to_string("public/safety_first.html", words)
        else:
            yield from _for_supporters(action, view, words, language)


def _by_letter(countries: Iterable[tuple[str, str]]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Under the first letter of their names, without its accent."""
    return [
        (first, list(some)) for first, some in groupby(countries, lambda each: name_key(each[1])[0].upper())
    ]


def _for_supporters(action: Action, view: ActionView, words: dict[str, Any], language: str) -> Iterator[Page]:
    country = words["country"]
    write, found = f"{reverse('write', args=[action.slug])}?country={country}", destinations(action, country)
    by_post = next((d for d in found if d.post and not d.capacity), None)
    to, letter = choose(found, ""), view.letter()
    yield write, render_to_string("public/mirror_ties.html", words)
    yield f"{write}&ties=yes", render_to_string("public/with_ties.html", {**words, "can_print": by_post})
    if to and letter:
        yield f"{write}&ties=no", _letter(action, view, to, words)
    else:
        yield f"{write}&ties=no", _no_office(action, words, language)
    if by_post and letter:
        sheet = f"{reverse('letter_print', args=[action.slug])}?country={country}&unsigned=1"
        yield sheet, _unsigned(by_post, letter, words)


def _letter(action: Action, view: ActionView, to: Destination, words: dict[str, Any]) -> str:
    found, country = view.letters_for(to.capacity), words["country"]
    letters = [_in_language(action, view, to, letter, country) for letter in found]
    return render_to_string("public/mirror_letter.html", {**words, "to": to, "letters": letters})


def _in_language(
    action: Action, view: ActionView, to: Destination, letter: LetterView, country: str
) -> dict[str, Any]:
    paper = PaperLetter(to, Letter(letter.language, letter.subject, letter.body), country, is_unsigned=False)
    return {
        "letter": letter,
        "name": language_name(letter.language),
        "ways": ways_to(to, letter.subject, letter.body, False, view.demands),
        "sheet": paper.sheet if to.post else None,
        "script": call_script(action, to, country, letter.language),
    }


def _no_office(action: Action, words: dict[str, Any], language: str) -> str:
    """What the directory knows stands in for a confirmed address, and says that it is none."""
    if of := action.case.country:
        known = known_offices(of, words["country"], language, timezone.localdate(), stored_offices(of))
        words = {**words, "of": of, "known": known}
    return render_to_string("public/no_office.html", words)


def _unsigned(to: Destination, letter: LetterView, words: dict[str, Any]) -> str:
    """The sheet for whoever gives no name."""
    paper = PaperLetter(
        to, Letter(letter.language, letter.subject, letter.body), words["country"], is_unsigned=True
    )
    sheet = {"sheet": paper.sheet, "language": letter.language, "to": to, "is_unsigned": True}
    return render_to_string("public/letter_print.html", {**words, **sheet, "today": timezone.localdate()})
