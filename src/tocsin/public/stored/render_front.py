"""What can be done today, and what was: the front page and the feed, in every language of the site."""

from django.template.loader import render_to_string
from django.utils import translation

from tocsin.actions.queries import open_actions, past_actions
from tocsin.look.languages import codes
from tocsin.public.preview import front_preview
from tocsin.public.teaser import teasers

from .feed_xml import feed_xml
from .names import FRONT, StoredPage

MOST_PAST = 30


def render_front() -> dict[str, str]:
    """File name -> page. There always is one, also where nothing is open."""
    pages: dict[str, str] = {}
    for language in codes():
        with translation.override(language):
            home, feed = front_parts()
        pages[StoredPage(FRONT).file(language)] = home
        pages[StoredPage(FRONT, "feed", "xml").file(language)] = feed
    return pages


def front_parts() -> tuple[str, str]:
    """Page and feed, in the language of the moment."""
    return _home(), feed_xml()


def _home() -> str:
    words = {
        "here": StoredPage(FRONT).address,
        "preview": front_preview(),
        "open_actions": teasers(open_actions().select_related("case")),
        "past_actions": teasers(past_actions().select_related("case")[:MOST_PAST]),
    }
    return render_to_string("public/home.html", words)
