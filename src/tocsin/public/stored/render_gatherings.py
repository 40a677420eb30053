"""The pages of a called day and its calendar, in every language of the site."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from tocsin.actions.asks.gather.queries import called_off, day_view
from tocsin.actions.asks.gather.view import DayView
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.look.languages import codes, open_path
from tocsin.public.calendar import calendar_of
from tocsin.public.countries import country_choices
from tocsin.public.gathering_list import MOST_LINES, gathering_pages
from tocsin.public.gathering_map import gathering_map
from tocsin.public.near import Near, nearest_first
from tocsin.public.preview import action_preview

from .names import CALENDAR, StoredPage, action_folder, gatherings_part


def render_gatherings(action: Action) -> dict[str, str]:
    """File name -> content; empty where the action never called a day. What may not be seen leaves the calendar empty."""
    pages: dict[str, str] = {}
    for code in codes():
        with translation.override(code):
            pages |= {page.file(code): text for page, text in gathering_parts(action)}
    return pages


def gathering_parts(action: Action) -> Iterator[tuple[StoredPage, str]]:
    """The same in the language of the moment."""
    if not hasattr(action, "called_day"):
        return
    day = day_view(action)
    for page, words in _pages(action, day) if day else ():
        yield page, render_to_string("public/gatherings.html", words)
    title = action_view(action).title if day else ""
    events = calendar_of(title, day.gatherings if day else (), called_off(action))
    yield StoredPage(action_folder(action.slug), CALENDAR, "ics"), events


def nearest_page(action: Action, near: Near) -> str:
    """In the language of the moment: the nearest first, as many as a page holds."""
    day = day_view(action)
    if day is None:
        return ""
    nearby = nearest_first(day.upcoming, near)[:MOST_LINES]
    _first, words = next(_pages(action, day))
    return render_to_string("public/gatherings.html", {**words, "near": near, "nearby": nearby})


def _pages(action: Action, day: DayView) -> Iterator[tuple[StoredPage, dict[str, Any]]]:
    """Each with its words. The map, which shows all, is on the first alone."""
    view = action_view(action)
    of_all = {
        "action": view,
        "preview": action_preview(view, "gatherings", next(iter(day.words), "")),
        "day": day,
        "countries": country_choices(translation.get_language() or "en"),
        "webcal": settings.PUBLIC_URL.partition("://")[2] + open_path("gatherings_calendar", action.slug),
    }
    for shown in gathering_pages(day):
        number = shown.page.number
        page = StoredPage(action_folder(action.slug), gatherings_part(f"page={number}"))
        drawn = gathering_map(day.gatherings) if number == 1 else None
        yield page, {**of_all, "here": page.address, "shown": shown, "map": drawn}
