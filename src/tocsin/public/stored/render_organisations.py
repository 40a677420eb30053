"""The page that lists the organisations under an action, in every language of the site."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from tocsin.actions.asks.asked import asks_for
from tocsin.actions.asks.sign_on.signed import shown, signed
from tocsin.actions.asks.stances.told import sides, standing
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.public.signed_map import signed_map
from tocsin.reports.codes import AskKind

from .names import ORGANISATIONS, StoredPage, action_folder


def has_organisations(action: Action) -> bool:
    """Whether there is such a page: none while the case rests, none where nobody was asked, has signed or is reported of."""
    if not action.is_visible or action.case.frozen_at:
        return False
    return asks_for(action, AskKind.SIGN_ON) or shown(action).exists() or standing(action.case).exists()


def render_organisations(action: Action) -> dict[str, str]:
    """File name -> page; empty where there is none."""
    if not has_organisations(action):
        return {}
    page = StoredPage(action_folder(action.slug), ORGANISATIONS)
    return {page.file(code): _page(action, code) for code, _name in settings.LANGUAGES}


def _page(action: Action, language: str) -> str:
    with translation.override(language):
        found = signed(action)
        words = {
            "action": action_view(action),
            "asks_sign_on": action.is_open and asks_for(action, AskKind.SIGN_ON),
            "signed": found,
            "sides": sides(action.case),
            "map": signed_map(found),
        }
        return render_to_string("public/organisations.html", words)
