"""Who represents a country where you live: the map, the table that says the same, and the route from one country."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tocsin.language.country_sentences import called
from tocsin.members.access import anyone
from tocsin.public.chosen_place import choose_place
from tocsin.public.countries import country_choices, is_country
from tocsin.public.known_offices import known_offices
from tocsin.public.office_sources import sources_of
from tocsin.public.reach import Reach
from tocsin.public.stored_offices import stored_offices
from tocsin.public.whole_world import remaining, whole_world
from tocsin.public.world_map import legend, world_map
from tocsin.terms.offices import Office

MOST_AGE = 3600


@anyone
def offices_of(request: HttpRequest, code: str) -> HttpResponse:
    if not is_country(code):
        raise Http404
    language, day = get_language() or "en", timezone.localdate()
    chosen = choose_place(request.GET.get("from", ""), language)
    stored = stored_offices(code)
    words = offices_words(code, language, day, stored) | {"chosen": chosen}
    if chosen.country:
        words |= {"country": chosen.country, "country_name": called(chosen.country, language)}
        words["known"] = known_offices(code, chosen.country, language, day, stored)
    response = render(request, "public/offices_of.html", words)
    patch_cache_control(response, public=True, max_age=MOST_AGE)
    return response


def offices_words(code: str, language: str, day: date, stored: tuple[Office, ...]) -> dict[str, Any]:
    """Map and table of a country (ISO alpha-2), for whoever has not said yet where she lives."""
    return {
        "of": code,
        "of_name": called(code, language),
        "countries": country_choices(language),
        "world": _world(code, language, day, stored),
    }


@lru_cache(maxsize=32)
def _world(of: str, language: str, day: date, stored: tuple[Office, ...]) -> SafeString:
    """Map and table: the same for all readers of a day, until somebody here confirms or corrects something."""
    known = whole_world(of, language, day, stored)
    words = {
        "of": of,
        "of_name": called(of, language),
        "map": world_map(known, language),
        "legend": legend(known),
        "groups": [(reach, known.among(reach)) for reach in Reach if reach != Reach.NONE],
        "none": known.among(Reach.NONE),
        "remaining": remaining(known),
        "sources": sources_of(known),
    }
    return render_to_string("public/whole_world.html", words)
