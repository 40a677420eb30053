"""A coordinator takes forged letters out: as she sees it, and as the public reads it, on a phone and on a screen."""

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page
from tests import cast
from tests.axe import violations
from tests.delivery.scene import Scene
from tests.delivery.taken_out.crowd import REASON, back, letter, out, rule
from tests.journeys.watched_browser import see

from tocsin.delivery.counting.count_new import count_new
from tocsin.delivery.models import Alarm, AlarmKind, Letter, TakeOut
from tocsin.delivery.taken_out.carry_out import carry_out
from tocsin.public.stored.settle import settle_action

from .conftest import Reader

pytestmark = pytest.mark.django_db(transaction=True)
FORGED = "I have read nothing of this, and was paid to say that all is well there. It is a fine country."
UNUSUAL = "/desk/actions/strike-in-aktau/unusual"


def at_the_desk(reader: Reader, path: str) -> Page:
    """Petra, signed in."""
    page = reader.open("/safety")
    name = settings.SESSION_COOKIE_NAME
    value = cast.desk_client("Petra").cookies[name].value
    page.context.add_cookies([{"name": name, "value": value, "url": reader.origin}])
    page.goto(path)
    return page


def crowd(scene: Scene) -> None:
    for name in ("anna", "berit", "carla"):
        letter(scene, f"{name}@union.example")
    for name in "defghi":
        letter(scene, f"{name}@throwaway.example", FORGED)
    letter(scene, "j@throwaway.example", FORGED, is_confirmed=False)


def alarms(scene: Scene) -> None:
    now = {"action": scene.action, "since": timezone.now(), "last_at": timezone.now()}
    Alarm.objects.create(**now, kind=AlarmKind.DOMAIN, about="throwaway.example", letters=34, usual=0.6)
    text = Letter.objects.filter(body=FORGED).first()
    Alarm.objects.create(**now, kind=AlarmKind.TEXT, about="0" * 32, letters=27, letter=text)
    Alarm.objects.create(**now, kind=AlarmKind.NETWORK, letters=121, usual=60)


def test_she_looks_stops_and_takes_them_out(scene: Scene, reader: Reader) -> None:
    crowd(scene)
    alarms(scene)
    page = at_the_desk(reader, "/desk/")
    assert violations(page) == []
    see(page, "unusual-inbox")
    page.goto(UNUSUAL)
    assert violations(page) == []
    see(page, "unusual-alarms")
    page.get_by_role("link", name="Look at these letters").last.click()
    assert "7 letters from mailboxes at throwaway.example" in " ".join(page.inner_text("#look").split())
    assert violations(page) == []
    see(page, "unusual-look")
    page.get_by_label("Why? The public reads this beside the number").fill(REASON)
    page.get_by_role("button", name="Take 7 letters out").click()
    assert "being taken out" in page.inner_text("main")
    carry_out({"take_out": TakeOut.objects.get().pk})
    page.reload()
    assert "6 letters and 1 that nobody had confirmed" in page.inner_text("main")
    assert violations(page) == []
    see(page, "unusual-done")
    page.get_by_role("button", name="Stop its letters").click()
    assert "Its letters are stopped" in page.inner_text("main")
    see(page, "unusual-stopped")


def test_everybody_reads_what_was_corrected_and_why(scene: Scene, reader: Reader) -> None:
    crowd(scene)
    first = out(scene, rule(words="paid to say"))
    back(first, "the teacher of a school wrote to us: they are her class")
    out(scene, rule(domain="throwaway.example"))
    count_new()
    settle_action(scene.action.slug)
    page = reader.open("/a/strike-in-aktau")
    said = " ".join(page.inner_text("main").split())
    assert said.count("6 letters were taken out of these numbers on") == 2
    assert "Counted again since" in said
    assert violations(page) == []
    see(page, "counts-corrected")
