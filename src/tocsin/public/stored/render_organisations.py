"""The page that lists the organisations under an action, in every language of the site."""

from django.template.loader import render_to_string
from django.utils import translation

from tocsin.actions.asks.asked import asks_for
from tocsin.actions.asks.sign_on.listed import has_organisations
from tocsin.actions.asks.sign_on.signed import signed
from tocsin.actions.asks.stances.told import sides
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.look.languages import codes
from tocsin.public.signed_map import signed_map
from tocsin.reports.codes import AskKind

from .names import ORGANISATIONS, StoredPage, action_folder


def render_organisations(action: Action) -> dict[str, str]:
    """File name -> page; empty where there is none."""
    if not has_organisations(action):
        return {}
    page = StoredPage(action_folder(action.slug), ORGANISATIONS)
    return {page.file(code): _page(action, code) for code in codes()}


def _page(action: Action, language: str) -> str:
    with translation.override(language):
        found = signed(action)
        words = {
            "here": StoredPage(action_folder(action.slug), ORGANISATIONS).address,
            "action": action_view(action),
            "asks_sign_on": action.is_open and asks_for(action, AskKind.SIGN_ON),
            "signed": found,
            "sides": sides(action.case),
            "map": signed_map(found),
        }
        return render_to_string("public/organisations.html", words)
