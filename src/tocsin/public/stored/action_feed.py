"""One action as an Atom feed: that it was called, what came of it, what those who wrote were told."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.followup.outcomes.told import outcomes_of_action
from tocsin.followup.updates.told import updates_told


def action_feed_xml(action: Action) -> str:
    """In the language of the moment. Of a frozen case it tells nothing but that the action rests."""
    view, language = action_view(action), get_language() or "en"
    address = settings.PUBLIC_URL + reverse("action", args=[action.slug])
    feed = Atom1Feed(
        title=view.title,
        link=address,
        description="",
        language=language,
        author_name=settings.ORGANISATION,
        feed_url=settings.PUBLIC_URL + reverse("action_feed", args=[action.slug]),
    )
    if not view.case.is_frozen:
        _fill(feed, action, address, language)
        lead = next(iter(view.story_paragraphs), "")
        _add(feed, address, "", _("Called: %(title)s") % {"title": view.title}, lead, action.published_at)
    return str(feed.writeString("utf-8"))


def _fill(feed: Atom1Feed, action: Action, address: str, language: str) -> None:
    """The newest first, each kind by itself: a reader sorts them by their time."""
    for update in updates_told(action, language):
        _add(feed, address, f"#update-{update.number}", update.subject, update.body, update.sent_at)
    for outcome in reversed(outcomes_of_action(action)):
        title = f"{outcome.label} ({outcome.on.isoformat()})"
        _add(feed, address, f"#outcome-{outcome.number}", title, outcome.text, outcome.recorded_at)


def _add(feed: Atom1Feed, address: str, part: str, title: str, words: str, at: datetime | None) -> None:
    feed.add_item(
        title=title,
        link=address,
        description=words,
        unique_id=address + part,
        pubdate=at,
        updateddate=at,
    )
