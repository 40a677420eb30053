"""Forty-one offices, long names, three copies, on the smallest phone: nothing overlaps, in either direction."""

from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page
from tests.delivery.scene import Scene, copied

from tocsin.actions.models import Target
from tocsin.cases.models import Case
from tocsin.directory.models import Accreditation, ContactPoint, Office

from .conftest import Reader

A = "/a/strike-in-aktau"
LONG = "Ministry of Foreign Affairs, Department for Humanitarian Cooperation and Confidence-building-measures"
COUNTRIES = [
    "AE",
    "AT",
    "AZ",
    "BE",
    "BG",
    "BR",
    "BY",
    "CA",
    "CH",
    "CN",
    "CZ",
    "DE",
    "EG",
    "ES",
    "FI",
    "FR",
    "GE",
    "GR",
    "HU",
    "ID",
    "IL",
    "IN",
    "IR",
    "IT",
    "JP",
    "KG",
    "KR",
    "LT",
    "LV",
    "MN",
    "MY",
    "NL",
    "PK",
    "PL",
    "RO",
    "RU",
    "SA",
    "SE",
    "TJ",
    "TM",
    "UA",
]
OVERLAPS = (Path(__file__).parent / "overlaps.js").read_text()

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def crowded(scene: Scene) -> Scene:
    """Every office answers to Norway, so that the choice of offices is as long as it can be."""
    Case.objects.update(is_public=True)
    for place, country in enumerate(COUNTRIES):
        office = Office.objects.create(
            name=f"{LONG}, mission in {country}", kind="embassy", of_country="KZ", in_country=country
        )
        Accreditation.objects.create(office=office, serves="NO", source="the appeal", source_date="2011-06")
        ContactPoint.objects.create(office=office, channel="post", value="33 Thurloe Square, London SW7 2SD")
        Target.objects.create(action=scene.action, office=office, position=10 + place)
    Office.objects.filter(pk=scene.london.office_id).update(name=f"{LONG} in London")
    ContactPoint.objects.filter(channel="phone").update(confirmed_at=timezone.now())
    for n in range(3):
        copied(scene, f"{LONG} {n}", f"confidence-building-measures-{n}@foreign-affairs.ministry.example")
    return scene


def faults(page: Page) -> list[str]:
    """What lies over something else or sticks out, read from the left and from the right."""
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    found: list[str] = []
    for direction in ("ltr", "rtl"):
        page.evaluate("direction => { document.documentElement.dir = direction }", direction)
        found += [f"{page.url} {direction}: {fault}" for fault in page.evaluate(OVERLAPS)]
    return found


def test_nothing_overlaps_on_the_road_of_a_letter(crowded: Scene, reader: Reader) -> None:
    page = reader.open(A, width=320)
    found = faults(page)
    for path in ("/c/strike-in-aktau", f"{A}/write?country=MX&ties=no", f"{A}/write?country=NO&ties=no"):
        page.goto(path)
        found += faults(page)
    assert page.get_by_role("link", name="Write to this office").count() == len(COUNTRIES) + 1
    page.get_by_role("button", name="Choose how to send it").click()
    found += faults(page)
    assert page.get_by_label("Copies (Cc)").is_visible()
    page.get_by_role("button", name="Print from the browser").click()
    found += faults(page)
    assert found == []


def test_what_overlaps_is_found(crowded: Scene, reader: Reader) -> None:
    page = reader.open(A, width=320)
    page.evaluate("document.querySelector('h1').style.marginBlockEnd = '-3rem'")
    assert any("<h1" in fault for fault in faults(page))
    page.evaluate("document.querySelector('h1').style = 'inline-size: 30rem'")
    assert any("wider than the screen" in fault for fault in faults(page))
