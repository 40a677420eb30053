"""The page of a called day and its calendar, in every language of the site."""

from itertools import groupby
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from tocsin.actions.asks.gather.queries import called_off, day_view
from tocsin.actions.asks.gather.view import DayView, GatheringView
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.look.languages import codes, open_path
from tocsin.public.calendar import calendar_of
from tocsin.public.countries import country_choices
from tocsin.public.gathering_map import gathering_map
from tocsin.public.near import Near, nearest_first
from tocsin.public.preview import action_preview

from .names import CALENDAR, GATHERINGS, StoredPage, action_folder


def render_gatherings(action: Action) -> dict[str, str]:
    """File name -> content; empty where the action never called a day. What may not be seen leaves the calendar empty."""
    if not hasattr(action, "called_day"):
        return {}
    folder, pages = action_folder(action.slug), {}
    for code in codes():
        with translation.override(code):
            day = day_view(action)
            if day:
                pages[StoredPage(folder, GATHERINGS).file(code)] = _page(action, day, None)
            title = action_view(action).title if day else ""
            events = calendar_of(title, day.gatherings if day else (), called_off(action))
            pages[StoredPage(folder, CALENDAR, "ics").file(code)] = events
    return pages


def gatherings_page(action: Action, near: Near) -> str:
    """In the language of the moment, the nearest first."""
    day = day_view(action)
    return _page(action, day, near) if day else ""


def _page(action: Action, day: DayView, near: Near | None) -> str:
    view = action_view(action)
    words: dict[str, Any] = {
        "here": StoredPage(action_folder(action.slug), GATHERINGS).address,
        "action": view,
        "preview": action_preview(view, "gatherings", next(iter(day.words), "")),
        "day": day,
        "by_country": _by_country(day.upcoming),
        "online": [each for each in day.upcoming if each.is_online],
        "map": gathering_map(day.gatherings),
        "countries": country_choices(translation.get_language() or "en"),
        "near": near,
        "nearby": nearest_first(day.upcoming, near) if near else (),
        "webcal": settings.PUBLIC_URL.partition("://")[2] + open_path("gatherings_calendar", action.slug),
    }
    return render_to_string("public/gatherings.html", words)


def _by_country(gatherings: tuple[GatheringView, ...]) -> list[tuple[str, list[GatheringView]]]:
    """Countries in the order of the reader's alphabet."""
    placed = [each for each in gatherings if not each.is_online]
    placed.sort(key=lambda each: (each.country_name, each.starts_at))
    return [(name, list(there)) for name, there in groupby(placed, key=lambda each: each.country_name)]
