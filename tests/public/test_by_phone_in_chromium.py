"""Many clocks, long hours and a choice of letters: without a fault for axe, and on the narrowest telephone."""

import pytest
from django.utils import timezone
from tests import cast
from tests.delivery.scene import Scene, copied
from tests.journeys.watched_browser import fits, leads_on, look

from tocsin.actions.asks.sign_on.models import Endorsement
from tocsin.actions.asks.sign_on.tokens import own_token
from tocsin.actions.set_capacity import set_capacity
from tocsin.actions.write_letter import write_letter
from tocsin.directory.models import Channel, ContactPoint

from .conftest import Reader

pytestmark = pytest.mark.django_db(transaction=True)
A = "/a/strike-in-aktau"


@pytest.mark.parametrize(
    "hours", ["", "Monday to Thursday 10–12 and 14–16, Friday 10–12, closed on holidays of both"]
)
def test_when_to_call(scene: Scene, reader: Reader, hours: str) -> None:
    office = scene.london.office
    office.hours = hours
    office.save()
    office.accreditations.create(serves="RU", source="the appeal", source_date="2011-06")
    ContactPoint.objects.filter(channel=Channel.PHONE).update(confirmed_at=timezone.now())
    page = reader.open(f"{A}/write?country=RU&ties=no", 320)
    leads_on(page.get_by_role("button", name="Choose how to send it"))
    page.locator("#way_phone > summary").click()
    assert fits(page)
    look(page, "by-phone")
    assert page.get_by_text("Moscow from").is_visible() is not bool(hours)
    assert reader.complaints == []


def test_an_organisation_chooses_whom_it_writes_to(scene: Scene, reader: Reader) -> None:
    petra = cast.member("Petra")
    refinery = copied(scene, "Refinery", role="target", kind="company", in_country="NL")
    set_capacity(refinery, "buyer", petra, "customs records", "2011-05")
    write_letter(scene.action, petra, "en", "Stop buying", "Dear company,\n\nStop buying.", "buyer")
    union = Endorsement.objects.create(
        action=scene.action,
        organisation="Norsk Tjenestemannslag",
        folded="norsk tjenestemannslag",
        country="NO",
        kind="union",
        signed_by="General secretary",
        decided_by="executive committee",
        domain="ntl.example",
        contact_email="kari@ntl.example",
        language="en",
        state="shown",
        confirmed_at=timezone.now(),
    )
    page = reader.open(f"/organisation/{own_token(union.public_id)}/letter", 320)
    assert fits(page)
    look(page, "organisation-letters")
    leads_on(page.get_by_role("link", name="a buyer from the employer"))
    assert page.get_by_label("Subject").input_value() == "Stop buying"
    page.get_by_label("Below your organisation’s name").fill("one\ntwo\nthree\nfour\nfive")
    leads_on(page.get_by_role("button", name="Make the PDF"))
    assert page.get_by_text("At most 4 lines, please: yours has 5.").is_visible()
    look(page, "organisation-letter-wrong")
    assert [said for said in reader.complaints if "422" not in said] == []
