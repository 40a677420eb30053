"""Open actions as an Atom feed."""

from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view, open_actions
from tocsin.actions.view import ActionView
from tocsin.members.access import anyone

Item = tuple[Action, ActionView]


class ActionsFeed(Feed):
    """Holds what is open now: a withdrawn action leaves it at once."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("%(organisation)s: open actions") % {"organisation": settings.ORGANISATION}

    def link(self) -> str:
        return settings.PUBLIC_URL + reverse("home")

    def feed_url(self) -> str:
        return settings.PUBLIC_URL + reverse("feed")

    def items(self) -> list[Item]:
        return [(action, action_view(action)) for action in open_actions()]

    def item_title(self, item: Item) -> str:
        return item[1].title

    def item_description(self, item: Item) -> str:
        return "\n".join(item[1].story_paragraphs[:1])

    def item_link(self, item: Item) -> str:
        return settings.PUBLIC_URL + reverse("action", args=[item[1].slug])

    def item_pubdate(self, item: Item) -> datetime | None:
        return item[0].published_at

    def item_updateddate(self, item: Item) -> datetime | None:
        return item[0].published_at


@anyone
def feed(request: HttpRequest) -> HttpResponse:
    return ActionsFeed()(request)
