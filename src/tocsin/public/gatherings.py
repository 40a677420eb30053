"""The called day of an action and its gatherings: a list by country, the map, and those nearest to a place typed in."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from tocsin.actions.asks.gather.queries import standing_day
from tocsin.actions.models import VISIBLE, Action
from tocsin.members.access import anyone
from tocsin.public.gone import gone_or_unknown
from tocsin.public.near import asked_near
from tocsin.public.stored.names import CALENDAR, GATHERINGS, StoredPage, action_folder, gatherings_part
from tocsin.public.stored.render_gatherings import nearest_page
from tocsin.public.stored.serve import serve, stored


@anyone
@require_safe
def gatherings(request: HttpRequest, slug: str) -> HttpResponse:
    """The pages of the list are files; what is nearest to a reader is sorted for her."""
    near = asked_near(request.GET)
    action = _action(slug) if near else None
    if near and action and standing_day(action):
        return HttpResponse(nearest_page(action, near))
    part = gatherings_part(request.META.get("QUERY_STRING", "")) or GATHERINGS
    asked = StoredPage(action_folder(slug), part)
    return stored(request, asked) or _first_made(request, slug, asked)


def _first_made(request: HttpRequest, slug: str, asked: StoredPage) -> HttpResponse:
    """All pages are made with the first; it stands for one that is not among them."""
    first = _stored(request, slug, StoredPage(asked.folder, GATHERINGS))
    if asked.part == GATHERINGS or first.status_code != HTTPStatus.OK:
        return first
    return stored(request, asked) or redirect("gatherings", slug)


@anyone
@require_safe
def gatherings_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """All of them as a calendar to follow."""
    return _stored(request, slug, StoredPage(action_folder(slug), CALENDAR, "ics"))


def _stored(request: HttpRequest, slug: str, page: StoredPage) -> HttpResponse:
    """Where nothing may be seen of the day, the page of the action says why."""
    found = serve(request, page, lambda: _action(slug) is not None)
    if found is None and _action(slug):
        return redirect("action", slug)
    return found or gone_or_unknown(request, slug)


def _action(slug: str) -> Action | None:
    found = Action.objects.select_related("case").filter(slug=slug, state__in=VISIBLE)
    return found.exclude(called_day=None).first()
