"""What other sites and messengers show of a link to a page (Open Graph): words and a picture of our own."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.actions.view import ActionView
from tocsin.cases.view import CaseView
from tocsin.look.languages import open_path

LONGEST = 200  # characters; more is cut off by whoever shows it


@dataclass(frozen=True)
class Preview:
    """`kind` is a type of Open Graph. `picture` is empty where there is none."""

    title: str
    description: str
    url: str
    kind: str = "website"
    picture: str = ""

    @property
    def site(self) -> str:
        return settings.ORGANISATION


def action_preview(action: ActionView, page: str = "action", lead: str = "") -> Preview:
    """`page` is the route of one of the action's pages, `lead` what that begins with; else its story does.

    Of a frozen case nothing but its headline is told.
    """
    lead = (lead or next(iter(action.story_paragraphs), "")) if not action.case.is_frozen else ""
    picture = _whole("picture", action.slug, get_language() or "en") if not action.case.is_frozen else ""
    return Preview(action.title, _short(lead), _whole(page, action.slug), "article", picture)


def case_preview(case: CaseView) -> Preview:
    return Preview(case.title, _short(case.assessment), _whole("case", case.slug), "article")


def front_preview() -> Preview:
    told = _(
        "People are in danger, and somebody answers for it. Choose an action, say where you live, and write."
    )
    return Preview(_("A letter, today, to the right office"), told, _whole("home"))


def _short(text: str) -> str:
    return Truncator(" ".join(text.split())).chars(LONGEST)


def _whole(name: str, *parts: str) -> str:
    return settings.PUBLIC_URL + open_path(name, *parts)
