"""A host adds a picket in Oslo, a supporter takes it into her calendar, a union signs on, an office's answer is published: on a
telephone and a screen, in English and from right to left, with scripts and without, with a mouse and with the keyboard alone."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from django.conf import settings as django_settings
from django.utils.translation import trans_real
from icalendar import Calendar
from pytest_django import Settings
from tests import cast
from tests.axe import violations
from tests.delivery.scene import Scene, mails
from tests.followup.answered import answer, left

from tocsin.actions.asks.gather.call_day import call_day
from tocsin.actions.asks.gather.day_words import Call
from tocsin.actions.asks.gather.judge import show_gathering
from tocsin.actions.asks.gather.models import Gathering
from tocsin.actions.models import Ask, Endorsement, EndorsementState
from tocsin.jobs.models import Job
from tocsin.jobs.perform import perform
from tocsin.members.models import Member
from tocsin.public.against_abuse import admit
from tocsin.public.stored.settle import settle_action
from tocsin.site.catalogues import compile_all

from .conftest import Reader
from .gathered import DAY, PICKET
from .hands import Hands, Keyboard, Mouse
from .pages import A
from .test_followed_up import pipes
from .test_sign_on import UNION

pytestmark = pytest.mark.django_db(transaction=True)


class Way(NamedTuple):
    """`locale` is what her browser likes best."""

    width: int
    locale: str
    javascript: bool
    hands: type[Mouse] | type[Keyboard]

    def __str__(self) -> str:
        script = "scripts" if self.javascript else "no scripts"
        return f"{self.width} {self.locale} {script} {self.hands.__name__.lower()}"


EVERY_WAY = [
    Way(width, locale, javascript, hands)
    for width in (390, 1280)
    for locale in ("en-GB", "ar-MA")
    for javascript in (True, False)
    for hands in (Mouse, Keyboard)
]


def ways(first: Way | None = None) -> list[Any]:
    """The first in `make test`, all of them in `make soak`."""
    return [
        pytest.param(way, marks=() if way == first else pytest.mark.soak, id=str(way)) for way in EVERY_WAY
    ]


@pytest.fixture
def called(
    scene: Scene, speaking: Callable[..., None], petra: Member, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Scene]:
    """A site in English and Arabic with a called day, which asks organisations too; programs may be as quick as they like."""
    compile_all(["ar"])
    trans_real._translations.pop("ar", None)
    speaking("en", "ar")
    monkeypatch.setattr(admit, "QUICKEST", 0)
    call_day(scene.action, Call(DAY, DAY, ("picket",), "Stand up for them.", "Stay at home.", ()), petra)
    Ask.objects.create(action=scene.action, kind="sign_on", audience="unions")
    yield scene
    trans_real._translations.pop("ar", None)


@pytest.mark.parametrize("way", ways(Way(1280, "ar-MA", True, Keyboard)))
def test_a_picket_in_oslo_is_proposed_and_found(
    called: Scene, reader: Reader, petra: Member, settings: Settings, way: Way
) -> None:
    proposes(opened(reader, f"{A}/gatherings", way), settings)
    gathering = Gathering.objects.get()
    assert (gathering.city, str(gathering.starts_at)) == ("Oslo", "2095-06-08 15:00:00+00:00")
    show_gathering(gathering, petra)
    settle_action(called.action.slug)
    supporter = opened(reader, A, way)
    finds(supporter)
    assert supporter.page.context.cookies() == []


@pytest.mark.parametrize("way", ways(Way(390, "en-GB", False, Keyboard)))
def test_a_union_signs_on(called: Scene, reader: Reader, settings: Settings, way: Way) -> None:
    settle_action(called.action.slug)
    hand = opened(reader, A, way)
    hand.press("main a[href$='/sign-on']")
    looks_right(hand)
    told = dict(UNION)
    hand.fill("organisation", told.pop("organisation"))
    hand.choose("kind", told.pop("kind"))
    hand.choose("country", told.pop("country"))
    for name, words in told.items():
        hand.fill(name, words)
    hand.press("main form .button-act")
    looks_right(hand)
    for job in Job.objects.filter(kind="endorsements.ask", done_at=None):
        perform(job)
    hand.page.goto(link_in_mail("/sign-on/", settings))
    looks_right(hand)
    hand.press("main form .button-act")
    looks_right(hand)
    signed = Endorsement.objects.get()
    assert (signed.organisation, signed.country, signed.members_count) == (
        UNION["organisation"],
        "NO",
        50_000,
    )
    assert signed.state != EndorsementState.ASKED


@pytest.mark.parametrize("way", ways())
def test_what_an_office_answered_is_published(
    called: Scene, reader: Reader, settings: Settings, way: Way
) -> None:
    settings.REPLIES, settings.PUBLIC_URL = "replies@appeals.example", reader.origin
    _delivery, address = left(called)
    pipes(answer(address, "The lawyer is held in Aktau.\n\nThe matter is closed.\n").as_bytes())
    desk = at_the_desk(opened(reader, A, way), reader.origin)
    desk.press("main a[href*='/replies/']")
    looks_right(desk)
    desk.fill("words", "The lawyer is held in Aktau.")
    desk.press("main button[value=in_part]")
    looks_right(desk)
    shown = opened(reader, A, way).page.inner_text("main")
    assert "The lawyer is held in Aktau." in shown
    assert "The matter is closed" not in shown


def opened(reader: Reader, path: str, way: Way) -> Hands:
    page = reader.open(path, way.width, java_script_enabled=way.javascript, locale=way.locale)
    hand = way.hands(page, way.javascript)
    looks_right(hand)
    return hand


def at_the_desk(hand: Hands, origin: str) -> Hands:
    """Petra, signed in, where answers are read."""
    name = django_settings.SESSION_COOKIE_NAME
    value = cast.desk_client("Petra").cookies[name].value
    hand.page.context.add_cookies([{"name": name, "value": value, "url": origin}])
    hand.page.goto("/desk/actions/strike-in-aktau/follow-up/")
    looks_right(hand)
    return hand


def looks_right(hand: Hands) -> None:
    """In the reader's language and direction; nothing sticks out, and nothing that axe finds, which needs scripts."""
    root, language = hand.page.locator("html"), str(hand.page.evaluate("navigator.language"))[:2]
    assert root.get_attribute("lang") == language
    assert root.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert hand.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if hand.runs_scripts:
        assert violations(hand.page) == []


def proposes(hand: Hands, settings: Settings) -> None:
    """And confirms from her mailbox."""
    hand.press("main a[href$='/gatherings/host']")
    looks_right(hand)
    hand.choose("where", "elsewhere")
    for name in ("country", "city", "place", "starts", "ends", "languages", "bring", "email"):
        hand.fill(name, PICKET[name])
    hand.press("main form .button-act")
    looks_right(hand)
    hand.page.goto(link_in_mail("/host/", settings))
    looks_right(hand)
    hand.press("main button[value=confirm]")
    looks_right(hand)


def finds(hand: Hands) -> None:
    """Takes it into her calendar, and is counted."""
    hand.press("main a[href$='/gatherings']")
    looks_right(hand)
    hand.fill("country", "Norge")
    hand.fill("city", "Bergen")
    hand.press("main form button")
    looks_right(hand)
    hand.press("main a[href*='/g/']")
    looks_right(hand)
    way = hand.page.locator("main a[href$='/calendar.ics']").get_attribute("href")
    (event,) = Calendar.from_ical(hand.page.request.get(way).body()).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2095-06-08T17:00:00+02:00"
    hand.press("main form button")
    looks_right(hand)
    assert "counted" in hand.page.url


def link_in_mail(path: str, settings: Settings) -> str:
    found = [re.search(rf"{settings.PUBLIC_URL}(\S*{path}\S+)", mail["text"]) for mail in mails()]
    return next(link[1] for link in reversed(found) if link)
