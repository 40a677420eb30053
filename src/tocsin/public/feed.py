"""Open actions as an Atom feed."""

from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from tocsin.actions.queries import open_actions
from tocsin.members.access import anyone
from tocsin.public.teaser import Teaser, teasers


class ActionsFeed(Feed):
    """Holds what is open now: a withdrawn action leaves it at once."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("%(organisation)s: open actions") % {"organisation": settings.ORGANISATION}

    def link(self) -> str:
        return settings.PUBLIC_URL + reverse("home")

    def feed_url(self) -> str:
        return settings.PUBLIC_URL + reverse("feed")

    def items(self) -> list[Teaser]:
        return teasers(open_actions().select_related("case"))

    def item_title(self, item: Teaser) -> str:
        return item.title

    def item_description(self, item: Teaser) -> str:
        return item.lead

    def item_link(self, item: Teaser) -> str:
        return settings.PUBLIC_URL + reverse("action", args=[item.slug])

    def item_pubdate(self, item: Teaser) -> datetime | None:
        return item.published_at

    def item_updateddate(self, item: Teaser) -> datetime | None:
        return item.published_at


@anyone
def feed(request: HttpRequest) -> HttpResponse:
    return ActionsFeed()(request)
