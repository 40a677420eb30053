"""A supporter whose browser likes Arabic writes a letter, at 390 pixels, with JavaScript and without."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.utils.translation import trans_real
from playwright.sync_api import Page
from pytest_django import Settings
from tests.axe import violations
from tests.delivery.scene import Scene, mails

from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.members.models import Member
from tocsin.public.against_abuse import admit
from tocsin.site.catalogues import compile_all

from ..actions.translated.test_translated import in_arabic, opened
from .conftest import Reader
from .pages import A

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def in_two_languages(scene: Scene, speaking: Callable[..., None], petra: Member) -> Iterator[Scene]:
    """The site in English and Arabic, and an action that a volunteer has put into Arabic."""
    from tocsin.actions.translated.take import take
    from tocsin.actions.translated.type_in import keep_typed, send_typed

    compile_all(["ar"])
    trans_real._translations.pop("ar", None)
    speaking("en", "ar")
    _token, link = opened(scene.action, petra)
    keep_typed(link, in_arabic(scene.action))
    send_typed(link)
    take(link, petra)
    yield scene
    trans_real._translations.pop("ar", None)


def looks_right(page: Page, javascript: bool) -> list[str]:
    """What is not Arabic from right to left; with JavaScript, which axe needs, also what it finds and what sticks out."""
    found = violations(page) if javascript else []
    root = page.locator("html")
    if (root.get_attribute("lang"), root.get_attribute("dir")) != ("ar", "rtl"):
        found.append(f"{page.url} is not in Arabic")
    if javascript and page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    ):
        found.append(f"{page.url} is wider than the screen")
    return found


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_she_writes_in_arabic_from_the_first_page_to_the_last(
    in_two_languages: Scene,
    reader: Reader,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    javascript: bool,
) -> None:
    monkeypatch.setattr(admit, "QUICKEST", 0)
    page = reader.open(A, java_script_enabled=javascript, locale="ar-EG")
    assert page.locator("h1").inner_text() == "نص 0"
    found = looks_right(page, javascript)
    page.locator("main form input").first.fill("النرويج")
    page.locator("main form .button-act").click()
    found += looks_right(page, javascript)
    page.locator("main .button-act").click()
    found += looks_right(page, javascript)
    assert page.locator("textarea[name=body]").input_value().startswith("Your Excellency")
    assert page.locator("details.beside [lang=ar]").count() == 1
    page.locator("textarea[name=body]").fill("أين ناتاليا؟")
    page.locator("main .button-act").click()
    found += looks_right(page, javascript)
    assert found == []
    assert page.url.endswith(f"/ar{A}/ways")
    page.locator(".site-languages summary").click()
    page.locator(".site-languages [lang=en]").click()
    assert page.url.endswith(f"/en{A}/ways")
    page.locator(".site-languages summary").click()
    page.locator(".site-languages [lang=ar]").click()
    assert "أين ناتاليا؟" in page.content()
    page.locator("#way_server > summary").click()
    page.locator("[name=name]").fill("سلمى")
    page.locator("[name=email]").fill("salma@supporters.example")
    page.locator("#way_server form button").last.click()
    assert f"/ar{A}/check-mailbox" in page.url
    (mail,) = mails()
    assert re.search(r"[\u0600-\u06ff]", mail["subject"])
    link = re.search(rf"{settings.PUBLIC_URL}(/ar/confirm/\S+)", mail["text"])
    assert link
    page.goto(link[1])
    found += looks_right(page, javascript)
    page.locator("main form button").last.click()
    found += looks_right(page, javascript)
    assert found == []
    stored = Delivery.objects.get()
    assert (stored.state != DeliveryState.UNCONFIRMED, stored.letter.body) == (True, "أين ناتاليا؟")
