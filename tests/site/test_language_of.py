"""The language of an answer, and how it is kept from page to page."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.delivery.scene import Scene, mails, open_action
from tests.public.stored.wsgi import ask

from tocsin.actions.asks.gather.judge import show_gathering
from tocsin.actions.models import CalledDay, Gathering
from tocsin.look.languages import open_path
from tocsin.members.models import Member
from tocsin.public.render import keep_pages
from tocsin.site import environment

Speak = Callable[..., None]
A = "/a/strike-in-aktau"


@pytest.fixture
def scene(db: None) -> Scene:
    return open_action()


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["short", "django"])
@pytest.mark.parametrize(
    ("address", "accepted", "language"),
    [
        (A, "", "en"),
        (A, "ar-EG,ar;q=0.9,en;q=0.8", "ar"),
        (A, "no,en;q=0.5", "nb"),
        (A, "nn-NO", "nb"),
        (A, "sv,ar;q=0.3,en;q=0.4", "en"),
        (A, "xx, *", "en"),
        (f"/ar{A}", "en", "ar"),
        (f"/en{A}", "ar", "en"),
        ("/ar/", "", "ar"),
        ("/nb/feed", "", "nb"),
    ],
)
def test_the_address_says_it_or_else_the_browser(
    scene: Scene, speaking: Speak, way: str, address: str, accepted: str, language: str
) -> None:
    speaking("en", "ar", "nb")
    keep_pages({})
    if way == "short":
        status, headers, body = ask(address, **{"Accept-Language": accepted})
    else:
        answer = Client().get(address, headers={"Accept-Language": accepted})
        status, headers, body = answer.status_code, dict(answer.headers), answer.content
    assert (status, headers["Content-Language"]) == (200, language)
    assert "Accept-Language" in headers["Vary"]
    assert "Set-Cookie" not in headers
    if "feed" not in address:
        direction = "rtl" if language == "ar" else "ltr"
        assert f'<html lang="{language}" dir="{direction}">' in body.decode()


@pytest.mark.django_db
def test_a_page_leads_on_in_its_own_language_and_offers_the_others(scene: Scene, speaking: Speak) -> None:
    speaking("en", "ar")
    page = Client().get(f"/ar{A}").content.decode()
    assert f'action="/ar{A}/write"' in page
    assert f'<a lang="en" hreflang="en" dir="auto" href="/en{A}">English</a>' in page
    assert 'lang="ar" hreflang' not in page
    chosen = Client().get(f"/ar{A}/write", {"country": "NO"}).content.decode()
    assert f'href="/en{A}/write?country=NO"' in chosen


@pytest.mark.django_db
def test_search_engines_are_told_where_the_same_page_is_in_other_languages(
    scene: Scene, speaking: Speak
) -> None:
    speaking("en", "ar")
    for address in (A, f"/ar{A}"):
        head = BeautifulSoup(Client().get(address).content, "lxml").head
        found = {link["hreflang"]: link["href"] for link in head.select("link[hreflang]")}
        here = f"http://127.0.0.1:8000/en{A}"
        assert found == {
            "en": here,
            "ar": here.replace("/en/", "/ar/"),
            "x-default": here.replace("/en/", "/"),
        }
    own = Client().get(f"{A}/write", {"country": "NO"}).content
    assert not BeautifulSoup(own, "lxml").head.select("link[hreflang]")


@pytest.mark.django_db
def test_what_goes_from_hand_to_hand_leaves_the_language_open(scene: Scene, speaking: Speak) -> None:
    speaking("en", "ar")
    with translation.override("ar"):
        assert reverse("action", args=["strike-in-aktau"]) == f"/ar{A}"
        assert open_path("action", "strike-in-aktau") == A
        assert reverse("sign_in") == "/desk/sign-in/"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/fr/", "/ar/desk/", "/ar/static/look/tocsin.css", "/ar/ar/", "/arab/"])
def test_no_other_address_is_in_a_language(speaking: Speak, address: str) -> None:
    speaking("en", "ar")
    assert Client().get(address).status_code == 404


@pytest.mark.django_db
def test_a_site_in_one_language_offers_no_other(scene: Scene) -> None:
    page = Client().get(A, headers={"Accept-Language": "ar"})
    assert (page.headers["Content-Language"], b"hreflang" in page.content) == ("en", False)
    assert Client().get(f"/en{A}").status_code == 404


@pytest.mark.django_db
def test_a_member_chooses_for_her_desk_alone(rustam_at_desk: Client, speaking: Speak) -> None:
    speaking("en", "ar")
    assert rustam_at_desk.get("/desk/").headers["Content-Language"] == "en"
    rustam_at_desk.post("/desk/account/language", {"language": "ar"})
    assert rustam_at_desk.get("/desk/").headers["Content-Language"] == "ar"
    assert rustam_at_desk.get("/safety").headers["Content-Language"] == "en"
    rustam_at_desk.post("/desk/account/language", {"language": ""})
    assert rustam_at_desk.get("/desk/").headers["Content-Language"] == "en"
    assert rustam_at_desk.post("/desk/account/language", {"language": "xx"}).status_code == 400


def test_an_administrator_narrows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = {"en": "English", "ar": "العربية", "nb": "Norsk"}
    monkeypatch.setenv("TOCSIN_LANGUAGES", "nb, EN nb")
    assert environment.languages("TOCSIN_LANGUAGES", offered) == [("nb", "Norsk"), ("en", "English")]
    monkeypatch.setenv("TOCSIN_LANGUAGES", "")
    assert environment.languages("TOCSIN_LANGUAGES", offered) == list(offered.items())
    monkeypatch.setenv("TOCSIN_LANGUAGES", "en, tlh")
    with pytest.raises(ImproperlyConfigured, match=r"names tlh: this installation speaks en, ar, nb"):
        environment.languages("TOCSIN_LANGUAGES", offered)


@pytest.mark.django_db
def test_a_letter_keeps_what_was_typed_when_its_page_changes_language(scene: Scene, speaking: Speak) -> None:
    speaking("en", "ar")
    browser = Client()
    page = browser.get(f"/en{A}/write", {"country": "NO", "ties": "no"}).content.decode()
    assert f'form="letter" formaction="/ar{A}/write" formmethod="post"' in page
    typed = {
        "country": "NO",
        "to": str(scene.london.pk),
        "language": "en",
        "subject": "Mine",
        "body": "My own words.",
    }
    again = browser.post(f"/ar{A}/write", typed)
    assert (again.headers["Content-Language"], "My own words." in again.content.decode()) == ("ar", True)
    ways = browser.post(f"/ar{A}/ways", typed).content.decode()
    assert f'formaction="/en{A}/ways"' in ways
    assert f'method="post" action="/ar{A}/write"' in ways


@pytest.mark.django_db
def test_the_mail_to_a_host_is_in_her_language(speaking: Speak, petra: Member) -> None:
    speaking("en", "ar")
    called = CalledDay.objects.create(
        action=open_action().action, first_day="2095-06-08", last_day="2095-06-08", words="Come."
    )
    gathering = Gathering.objects.create(
        action=called.action,
        code="abc",
        kind="picket",
        where="online",
        state="proposed",
        on="2095-06-08",
        starts="17:00",
        contact="host@example.org",
        host_language="ar",
        starts_at=datetime(2095, 6, 8, 17, tzinfo=UTC),
        ends_at=datetime(2095, 6, 8, 18, tzinfo=UTC),
        zone="Europe/Oslo",
    )
    with translation.override("en"):
        show_gathering(gathering, petra)
    assert f"{settings.PUBLIC_URL}/ar/host/" in mails()[0]["text"]
