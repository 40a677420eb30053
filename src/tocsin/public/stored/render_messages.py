"""The page of an action's messages of solidarity, in every language of the site."""

from django.template.loader import render_to_string
from django.utils import translation

from tocsin.actions.asks.asked import asks_for
from tocsin.actions.asks.messages.told import shown_messages, told_messages
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.look.languages import codes
from tocsin.reports.codes import AskKind

from .names import MESSAGES, StoredPage, action_folder


def has_messages(action: Action) -> bool:
    """Whether there is such a page: none while the case rests, none where no message is shown."""
    return action.is_visible and not action.case.frozen_at and shown_messages(action).exists()


def render_messages(action: Action) -> dict[str, str]:
    """File name -> page; empty where there is none."""
    if not has_messages(action):
        return {}
    page = StoredPage(action_folder(action.slug), MESSAGES)
    return {page.file(code): _page(action, code) for code in codes()}


def _page(action: Action, language: str) -> str:
    with translation.override(language):
        words = {
            "here": StoredPage(action_folder(action.slug), MESSAGES).address,
            "action": action_view(action),
            "asks_messages": action.is_open and asks_for(action, AskKind.SOLIDARITY_MESSAGE),
            "told": told_messages(action),
        }
        return render_to_string("public/messages.html", words)
