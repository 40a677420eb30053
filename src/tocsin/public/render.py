"""An action's page is rendered when something changes, and served as a file until then."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from tocsin.actions.models import VISIBLE, Action
from tocsin.actions.queries import action_view
from tocsin.delivery.counts import Counts, counts, counts_of
from tocsin.public.countries import country_choices
from tocsin.public.page_files import note_counts, remove_pages, shows, write_page
from tocsin.public.sharing import sharing


@transaction.atomic
def settle(slug: str) -> bool:
    """Makes the files of an action say what its row says; whether it has a page.

    Holds the row while it writes: an action withdrawn meanwhile is settled again after it, by the
    job that its withdrawal left, and a page that was removed cannot come back.
    """
    action = Action.objects.select_for_update().filter(slug=slug).first()
    if action is None or not action.is_visible:
        remove_pages(slug)
        return False
    shown = counts(action)
    for language, _name in settings.LANGUAGES:
        write_page(slug, language, action_page(action, shown, language))
    note_counts(slug, shown)
    return True


def action_page(action: Action, shown: Counts, language: str) -> str:
    """The whole page in a language of the site; what the coordinator wrote stays in the action's own."""
    with translation.override(language):
        view = action_view(action)
        words = {
            "action": view,
            "share": sharing(view),
            "counts": shown,
            "countries": country_choices(language),
            "closed_at": action.closed_at,
        }
        return render_to_string("public/action.html", words)


def render_action(payload: dict[str, Any]) -> None:
    """Handles "pages.render": {"action": primary key}."""
    for slug in Action.objects.filter(pk=payload["action"]).values_list("slug", flat=True):
        settle(slug)


def remove_action(payload: dict[str, Any]) -> None:
    """Handles "pages.remove": {"slug": ...}. An action that was published again meanwhile keeps its page."""
    settle(payload["slug"])


def render_case(payload: dict[str, Any]) -> None:
    """Handles "pages.case_changed": {"case": primary key}."""
    for slug in Action.objects.filter(case=payload["case"]).values_list("slug", flat=True):
        settle(slug)


def refresh_counts(payload: dict[str, Any]) -> None:
    """Handles "pages.counts", every few seconds: pages whose counts have changed are rendered anew."""
    visible = dict(Action.objects.filter(state__in=VISIBLE).values_list("pk", "slug"))
    for pk, now in counts_of(visible).items():
        if not shows(visible[pk], now):
            settle(visible[pk])
