"""Open actions as an Atom feed: a withdrawn action leaves it at once."""

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.actions.queries import open_actions
from tocsin.public.teaser import Teaser, teasers


def feed_xml() -> str:
    """In the language of the moment."""
    feed = Atom1Feed(
        title=_("%(organisation)s: open actions") % {"organisation": settings.ORGANISATION},
        link=_whole("home"),
        description="",
        language=get_language(),
        author_name=settings.ORGANISATION,
        feed_url=_whole("feed"),
    )
    for teaser in teasers(open_actions().select_related("case")):
        _add(feed, teaser)
    return str(feed.writeString("utf-8"))


def _add(feed: Atom1Feed, teaser: Teaser) -> None:
    address = _whole("action", teaser.slug)
    feed.add_item(
        title=teaser.title,
        link=address,
        description=teaser.lead,
        unique_id=address,
        pubdate=teaser.published_at,
        updateddate=teaser.published_at,
    )


def _whole(name: str, *parts: str) -> str:
    return settings.PUBLIC_URL + reverse(name, args=parts)
