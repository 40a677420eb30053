"""An action in the page of another site: a frame that needs no script, or one line of script that puts it there."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tocsin.actions.models import Action, ActionState, Partner
from tocsin.actions.partners.named import partner_named
from tocsin.actions.queries import action_view
from tocsin.delivery.counts import counts
from tocsin.delivery.models import PartnerTally
from tocsin.look.elsewhere import for_elsewhere
from tocsin.members.access import anyone

# Readers of a busy site ask anew after so many seconds; a withdrawn action is gone from it by then.
COUNTS_AGE = 30


@anyone
@for_elsewhere
@require_safe
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """`?by=` names the partner on whose site it stands. What is gone says so, since the site around it stays."""
    action = Action.objects.select_related("case").filter(slug=slug).first()
    if action is None or not action.is_visible or action.case.frozen_at:
        was_there = action is not None and action.state != ActionState.DRAFT
        return _page(request, {}, 410 if was_there else 404)
    partner = Partner.objects.filter(pk=partner_named(request.GET.get("by", "")) or 0).first()
    counted = counts(action)
    words = {
        "action": action_view(action),
        "letters": counted.handed_over + counted.confirmed,
        "partner": partner,
        "by": partner.slug if partner else "",
        "brought": _brought(action, partner),
    }
    return _page(request, words, 200)


def _brought(action: Action, partner: Partner | None) -> int:
    tally = PartnerTally.objects.filter(action=action, partner=partner).first() if partner else None
    return tally.letters if tally else 0


def _page(request: HttpRequest, words: dict[str, object], status: int) -> HttpResponse:
    words = {"organisation": settings.ORGANISATION, **words}
    response = render(request, "public/embed.html", words, status=status)
    response.headers["Cache-Control"] = f"public, max-age={COUNTS_AGE}" if status == 200 else "no-cache"
    return response


@anyone
@for_elsewhere
@require_safe
def embed_script(request: HttpRequest) -> HttpResponse:
    answer = HttpResponse(_script(), content_type="text/javascript; charset=utf-8")
    answer.headers["Cache-Control"] = "public, max-age=3600"
    return answer


@cache
def _script() -> bytes:
    return Path(str(finders.find("public/embed.js"))).read_bytes()
