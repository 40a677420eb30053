"""Every page of the site that a mirror holds: address on the site -> page, in one language."""

from collections.abc import Iterator

from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from tocsin.actions.asks.gather.queries import listed, standing_day
from tocsin.actions.models import VISIBLE, Action
from tocsin.cases.models import Case
from tocsin.delivery.counts import counts
from tocsin.followup.replies.told import long_replies, reply_text
from tocsin.look.languages import open_path
from tocsin.public.chosen_place import choose_place
from tocsin.public.countries import country_choices
from tocsin.public.gathering import gathering_entry, gathering_words
from tocsin.public.legal import told
from tocsin.public.offices_of import offices_words
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
from tocsin.public.stored.render_gatherings import gathering_parts
from tocsin.public.stored.render_messages import render_messages
from tocsin.public.stored.render_organisations import render_organisations
from tocsin.public.stored_offices import stored_offices

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
        yield from _gatherings(action)
    for case in Case.objects.filter(is_public=True, frozen_at=None).order_by("pk"):
        yield from _of_case(case)
    yield from _who_represents_whom(language)


def _of_action(action: Action, language: str) -> Iterator[Page]:
    yield reverse("action", args=[action.slug]), action_page(action, counts(action), language, mirror=True)
    yield from _beside(action, language)
    if action.is_open:
        yield from country_pages(action, language)


def _beside(action: Action, language: str) -> Iterator[Page]:
    """What it has besides letters: who signed, what was said to the people at risk, where people gather."""
    folder, own = action_folder(action.slug), reverse("action", args=[action.slug])
    files = render_organisations(action) | render_messages(action)
    for part in (ORGANISATIONS, MESSAGES):
        page = files.get(StoredPage(folder, part).file(language))
        if page:
            yield f"{own}/{part}", page
    for stored, page in gathering_parts(action):
        yield f"{own}/{GATHERINGS}.ics" if stored.part == CALENDAR else stored.address, page
    for number in long_replies(action):
        yield reverse("office_answer", args=[action.slug, number]), reply_text(action, number) or ""


def _gatherings(action: Action) -> Iterator[Page]:
    """Each on its own page; that somebody comes is counted on the site alone."""
    day = standing_day(action)
    for each in listed(day) if day else ():
        words = gathering_words(each) | {"mirror": True, "here": open_path("gathering", each.code)}
        yield reverse("gathering", args=[each.code]), render_to_string("public/gathering.html", words)
        yield reverse("gathering_calendar", args=[each.code]), gathering_entry(each)


def _who_represents_whom(language: str) -> Iterator[Page]:
    """Of the countries that something public is about; those of all others are on the site: they would fill a stick."""
    nowhere = {"chosen": choose_place("", language)}
    words = nowhere | {"countries": country_choices(language), "here": open_path("whose_offices")}
    yield reverse("whose_offices"), render_to_string("public/whose_offices.html", words)
    about = Q(actions__state__in=VISIBLE) | Q(is_public=True)
    cases = Case.objects.filter(about, frozen_at=None).exclude(country="")
    for code in sorted(set(cases.values_list("country", flat=True))):
        address = reverse("offices_of", args=[code])
        words = offices_words(code, language, timezone.localdate(), stored_offices(code)) | nowhere
        page = render_to_string("public/offices_of.html", words | {"here": open_path("offices_of", code)})
        yield address, page


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
