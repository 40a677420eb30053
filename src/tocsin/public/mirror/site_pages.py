"""Every page of the site that a mirror holds: address on the site -> page, in one language."""

from collections.abc import Iterator

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from tocsin.actions.models import VISIBLE, Action
from tocsin.cases.models import Case
from tocsin.delivery.counts import counts
from tocsin.look.languages import open_path
from tocsin.public.legal import told
from tocsin.public.privacy import kept
from tocsin.public.stored.names import (
    CALENDAR,
    GATHERINGS,
    MESSAGES,
    ORGANISATIONS,
    StoredPage,
    action_folder,
)
from tocsin.public.stored.render_action import action_page
from tocsin.public.stored.render_case import case_parts
from tocsin.public.stored.render_front import front_parts
from tocsin.public.stored.render_gatherings import render_gatherings
from tocsin.public.stored.render_messages import render_messages
from tocsin.public.stored.render_organisations import render_organisations

from .country_pages import Page, country_pages


def site_pages(language: str) -> Iterator[Page]:
    """What everybody may see at this moment, and nothing else."""
    with translation.override(language):
        pages = list(_pages(language))
    yield from pages


def _pages(language: str) -> Iterator[Page]:
    home, feed = front_parts()
    yield from ((reverse("home"), home), (reverse("feed"), feed))
    for name, words in (("safety", {}), ("privacy", kept()), ("legal", told())):
        yield reverse(name), render_to_string(f"public/{name}.html", {**words, "here": open_path(name)})
    for action in Action.objects.filter(state__in=VISIBLE).select_related("case").order_by("pk"):
        yield from _of_action(action, language)
    for case in Case.objects.filter(is_public=True, frozen_at=None).order_by("pk"):
        yield from _of_case(case)


def _of_action(action: Action, language: str) -> Iterator[Page]:
    yield reverse("action", args=[action.slug]), action_page(action, counts(action), language, mirror=True)
    yield from _beside(action, language)
    if action.is_open:
        yield from country_pages(action, language)


def _beside(action: Action, language: str) -> Iterator[Page]:
    """What it has besides letters: who signed, what was said to the people at risk, where people gather."""
    folder, own = action_folder(action.slug), reverse("action", args=[action.slug])
    files = render_organisations(action) | render_messages(action) | render_gatherings(action)
    for part, ending in ((ORGANISATIONS, ""), (MESSAGES, ""), (GATHERINGS, ""), (CALENDAR, ".ics")):
        page = files.get(StoredPage(folder, part, ending.removeprefix(".") or "html").file(language))
        if page:
            yield f"{own}/{GATHERINGS if part == CALENDAR else part}{ending}", page


def _of_case(case: Case) -> Iterator[Page]:
    chronicle = reverse("chronicle", args=[case.slug])
    for part, page in case_parts(case):
        yield _address(case, chronicle, part), page


def _address(case: Case, chronicle: str, part: str) -> str:
    """`part` as the stored pages call it."""
    if not part:
        return reverse("case", args=[case.slug])
    if part == "print":
        return f"{chronicle}?print=1"
    number = part.removeprefix("chronicle").removeprefix("-")
    return f"{chronicle}?page={number}" if number else chronicle
