"""Open actions, and one action with what it demands and asks."""

from django.http import HttpRequest

from tocsin.actions.models import Action, Partner
from tocsin.actions.queries import action_view, open_actions

from .asked import reads
from .seen import seen_action, whole


@reads
def api_actions(request: HttpRequest, partner: Partner) -> dict[str, object]:
    """The newest first."""
    return {"actions": [_short(action) for action in open_actions().select_related("case")]}


@reads
def api_action(request: HttpRequest, partner: Partner, slug: str) -> dict[str, object]:
    action = seen_action(slug)
    view = action_view(action)
    return {
        **_short(action),
        "story": view.story,
        "demands": list(view.demands),
        "asks": [
            {"kind": ask.kind, "text": ask.text or ask.label, "audience": ask.audience, "when": ask.when}
            for ask in view.asks
        ],
        "letters": [
            {"language": letter.language, "subject": letter.subject, "body": letter.body}
            for letter in view.letters
        ],
        "case": view.case.slug if view.case.has_public_page else None,
    }


def _short(action: Action) -> dict[str, object]:
    """What tells one action from another; withheld names are replaced."""
    view = action_view(action)
    return {
        "slug": view.slug,
        "url": whole("action", view.slug),
        "title": view.title,
        "organiser": view.organiser,
        "language": view.language,
        "country": view.country or None,
        "is_open": view.is_open,
        "deadline": view.deadline.isoformat() if view.deadline else None,
        "published_at": action.published_at.isoformat() if action.published_at else None,
    }
