"""A union signs on, confirms by mail, and the coordinator shows it: on a phone and on a screen, with a browser."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests import cast
from tests.delivery.scene import Scene
from tests.journeys.watched_browser import DESKTOP, PHONE, leads_on, look

from tocsin.actions.models import Ask, SolidarityMessage, Stance
from tocsin.public.against_abuse import admit

from .conftest import Reader
from .test_sign_on import PERSON, link_in, mails

pytestmark = pytest.mark.django_db(transaction=True)
A = "/a/strike-in-aktau"


@pytest.fixture
def asked(scene: Scene) -> Scene:
    """The coordinator asks for both; two messages wait, and two stances are reported."""
    action = scene.action
    Ask.objects.create(action=action, kind="sign_on", audience="unions and other organisations")
    Ask.objects.create(action=action, kind="solidarity_message")
    for text, name, country, language in (
        ("We stand with you, from pit to pit.", "Anna", "NO", "en"),
        ("لستم وحدكم", "أمل", "TN", "ar"),
    ):
        SolidarityMessage.objects.create(
            action=action, text=text, first_name=name, country=country, language=language
        )
    told = {"case": action.case, "link": "https://news.example/strike"}
    Stance.objects.create(organisation="IndustriALL", kind="for", words="Calls for their release.", **told)
    Stance.objects.create(organisation="Federation of Trade Unions", kind="silent", **told)
    return scene


def test_a_union_signs_and_is_shown(
    asked: Scene, reader: Reader, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(admit, "QUICKEST", 0.0)
    phone = reader.open(f"{A}/sign-on")
    look(phone, "sign-on")
    leads_on(phone.get_by_role("button", name="Sign on"))
    look(phone, "sign-on-wrong")
    fills_in(phone)
    leads_on(phone.get_by_role("button", name="Sign on"))
    look(phone, "sign-on-taken")
    phone.goto(link_in(mails()[-1]))
    look(phone, "sign-on-confirm")
    leads_on(phone.get_by_role("button", name="Yes, it signs"))
    look(phone, "sign-on-confirmed")
    leads_on(phone.get_by_role("link", name="own page"))
    look(phone, "own-endorsement")
    leads_on(phone.get_by_role("link", name="Write it on our letterhead"))
    look(phone, "organisation-letter")
    desk = at_desk(reader, live_server)
    desk.goto("/desk/actions/strike-in-aktau/organisations")
    look(desk, "desk-organisations")
    leads_on(desk.get_by_role("button", name="Show it"))
    desk.goto("/desk/actions/strike-in-aktau/messages")
    for box in desk.get_by_role("checkbox").all():
        box.check()
    look(desk, "desk-messages")
    leads_on(desk.get_by_role("button", name="Show the ticked"))
    desk.goto("/desk/actions/strike-in-aktau/notes")
    look(desk, "desk-notes")
    for address, name in (
        (f"{A}/organisations", "organisations"),
        (f"{A}/messages", "messages"),
        (A, "action"),
    ):
        phone.goto(address)
        look(phone, name)
        assert PERSON not in phone.content()
    phone.goto(f"{A}/organisations")
    assert phone.get_by_role("heading", name="Norsk Tjenestemannslag").is_visible()
    phone.goto(f"{A}/message")
    look(phone, "message")


def fills_in(page: Page) -> None:
    page.get_by_label("Name of your organisation").fill("Norsk Tjenestemannslag")
    page.get_by_label("Union", exact=True).check()
    page.get_by_label("Country where it has its seat").select_option("NO")
    page.get_by_label("Members that it represents").fill("50000")
    page.get_by_label("Who decided that it signs").fill("executive committee")
    page.get_by_label("Your office in it").fill("General secretary")
    page.get_by_label("Its web site").fill("www.ntl.example")
    page.get_by_label("Your name").fill(PERSON)
    page.get_by_label("Your e-mail address").fill("kari@ntl.example")


def at_desk(reader: Reader, live_server: LiveServer) -> Page:
    """Petra's browser, on a screen."""
    page = reader.open("/safety", DESKTOP["width"])
    cookies = cast.desk_client("Petra").cookies
    page.context.add_cookies([{"name": "desk", "value": cookies["desk"].value, "url": live_server.url}])
    assert page.viewport_size != PHONE
    return page
