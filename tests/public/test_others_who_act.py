"""A supporter is led to who answers, and then to her own government, her parliament, and a company: each with its own letter."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from tests import cast
from tests.actions.test_capacities import company
from tests.delivery.counted import counts
from tests.delivery.scene import SUBJECT, Scene, _confirmed
from tests.public.test_write import WRITE, letter, post, words

from tocsin.actions.set_capacity import set_capacity
from tocsin.actions.write_letter import write_letter
from tocsin.cases.freeze import freeze
from tocsin.delivery.models import Delivery, Handover
from tocsin.directory.models import ContactPoint, Office
from tocsin.members.models import Member

pytestmark = pytest.mark.django_db
FINDER = "https://www.stortinget.example/representatives"
OWN = {"own_government": "Ask them for me", "parliament": "Dear member", "buyer": "You buy from them"}


@pytest.fixture
def asked(scene: Scene, petra: Member) -> Scene:
    """With a buyer, and letters to it, to one's own government and to one's own parliament."""
    for capacity, subject in OWN.items():
        write_letter(scene.action, petra, "en", subject, "Please act.", capacity)
    set_capacity(company(scene, "Refinery"), "buyer", petra, "customs records", "2011-05")
    return scene


@pytest.fixture
def storting() -> ContactPoint:
    office = Office.objects.create(name="Stortinget", kind="parliament", of_country="NO", in_country="NO")
    return _confirmed(office, "web", FINDER)


def own(to: str, **changed: str) -> dict[str, str]:
    return {"country": "NO", "to": to, "language": "en", "subject": OWN[to], "body": "Please act.", **changed}


def subject_of(page: str) -> str:
    found = re.search(r'name="subject" value="([^"]*)"', page)
    return found[1] if found else ""


def test_who_answers_comes_first_and_the_others_stand_below_each_with_a_reason(
    asked: Scene, olga: Client
) -> None:
    page = olga.get(f"{WRITE}?country=NO&ties=no")
    assert subject_of(page.content.decode()) == SUBJECT
    said = words(page)
    assert "Your letter goes to Embassy of Kazakhstan in London" in said
    below = said[said.index("Others who can act") :]
    assert "It buys from the employer, says customs records (May 2011)." in below
    assert "It is your own government, which can put the question to that of Kazakhstan" in below
    assert "Parliament of Norway" in below


@pytest.mark.parametrize("to", list(OWN))
def test_each_has_its_own_letter(asked: Scene, olga: Client, to: str) -> None:
    target = asked.action.targets.filter(capacity=to).first()
    key = str(target.pk) if target else to
    page = olga.get(f"{WRITE}?country=NO&ties=anyway&to={key}")
    assert subject_of(page.content.decode()) == OWN[to]
    assert "Embassy of Kazakhstan in London" in words(page)


def test_nobody_is_led_to_an_own_office_that_the_action_has_no_letter_for(scene: Scene, olga: Client) -> None:
    page = olga.get(f"{WRITE}?country=NO&ties=anyway&to=parliament")
    assert subject_of(page.content.decode()) == SUBJECT
    assert "Parliament" not in words(page)


def test_of_a_parliament_that_nobody_checked_nothing_is_invented(asked: Scene, olga: Client) -> None:
    page = words(olga.get(f"{WRITE}?country=NO&ties=anyway&to=parliament"))
    assert "Nobody here has checked yet where your parliament lists its members" in page
    assert "no source here gives its address" in page
    assert "E-mail address of your member" not in page
    ways = post(olga, "ways", own("parliament", address="x@stortinget.example"))
    assert "mailto:" not in ways.content.decode()
    assert 'id="way_copy"' in ways.content.decode()


def test_she_is_led_to_the_page_that_finds_her_member(
    asked: Scene, storting: ContactPoint, olga: Client
) -> None:
    page = olga.get(f"{WRITE}?country=NO&ties=anyway&to=parliament")
    assert f'href="{FINDER}"' in page.content.decode()
    ways = post(olga, "ways", own("parliament"))
    assert f'href="{FINDER}"' in ways.content.decode()
    assert 'id="way_copy"' in ways.content.decode()
    assert "mailto:" not in ways.content.decode()


def test_an_address_that_she_types_goes_into_her_own_mail_and_is_kept_nowhere(
    asked: Scene, storting: ContactPoint, olga: Client
) -> None:
    sent = own("parliament", address="kari.nordmann@stortinget.example")
    ways = post(olga, "ways", sent).content.decode()
    assert 'href="mailto:kari.nordmann@stortinget.example?' in ways
    assert 'id="way_server"' not in ways
    draft = post(olga, "letter.eml", sent)
    assert b"To: kari.nordmann@stortinget.example" in draft.content
    back = post(olga, "write", sent).content.decode()
    assert 'value="kari.nordmann@stortinget.example"' in back
    assert not ContactPoint.objects.filter(value__contains="nordmann").exists()


@pytest.mark.parametrize(
    "address", ["kari@home.example", "kari@stortinget.example.org", "kari@notstortinget.example", "kari", "@"]
)
def test_a_private_mailbox_is_refused(
    asked: Scene, storting: ContactPoint, olga: Client, address: str
) -> None:
    answer = post(olga, "ways", own("parliament", address=address))
    assert answer.status_code == 422
    assert "Only an address at the parliament’s own site" in words(answer)
    assert "mailto:" not in answer.content.decode()


def test_we_send_nothing_to_an_own_office(asked: Scene, storting: ContactPoint, olga: Client) -> None:
    person = {"name": "Sam", "email": cast.SAM, "answers": "yes"}
    post(olga, "send", own("parliament", address="kari@stortinget.example", **person))
    assert Delivery.objects.count() == 0


def test_her_own_mail_is_counted_and_the_thanks_lead_on(
    asked: Scene, storting: ContactPoint, olga: Client
) -> None:
    ways = post(olga, "ways", own("parliament")).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', ways)
    assert token
    form = {"token": token[1], "to": "parliament", "country": "NO", "channel": "copy"}
    thanks = words(olga.get(post(olga, "handed-over", form).headers["Location"]))
    assert "Refinery" in thanks
    assert "Stortinget" not in thanks
    assert Handover.objects.get().target is None
    assert counts(asked.action).handed_over == 1


def test_a_foreign_ministry_among_the_targets_takes_the_place_of_the_one_without_an_address(
    asked: Scene, petra: Member, olga: Client
) -> None:
    office = Office.objects.create(
        name="Utenriksdepartementet", kind="ministry", of_country="NO", in_country="NO"
    )
    _confirmed(office, "email", "post@ud.example")
    target = asked.action.targets.create(office=office, position=9)
    set_capacity(target, "own_government", petra)
    page = words(olga.get(f"{WRITE}?country=NO&ties=no"))
    assert "Utenriksdepartementet" in page
    assert "Ministry of Foreign Affairs of Norway" not in page
    ways = post(olga, "ways", letter(target, subject="Ask them for me")).content.decode()
    assert 'id="way_server"' in ways


def ministry(name: str = "Utenriksdepartementet") -> Office:
    return Office.objects.create(name=name, kind="ministry", of_country="NO", in_country="NO")


def test_the_directory_s_own_foreign_ministry_is_found_and_written_to_by_her_own_mail(
    asked: Scene, olga: Client
) -> None:
    _confirmed(ministry("Justis- og beredskapsdepartementet"), "email", "post@jd.example")
    _confirmed(ministry(), "email", "post@ud.example")
    page = olga.get(f"{WRITE}?country=NO&ties=anyway&to=own_government")
    assert "Your letter goes to Utenriksdepartementet" in words(page)
    assert "Nobody here has checked its address" not in words(page)
    assert "member’s office" not in words(page)
    ways = post(olga, "ways", own("own_government")).content.decode()
    assert 'href="mailto:post@ud.example?' in ways
    assert "Find your member" not in ways
    assert 'id="way_server"' not in ways
    ContactPoint.objects.filter(value="post@ud.example").update(retired_at=timezone.now())
    assert "Ministry of Foreign Affairs of Norway" in words(
        olga.get(f"{WRITE}?country=NO&ties=anyway&to=own_government")
    )


def test_a_foreign_ministry_that_only_answers_the_telephone_is_called(asked: Scene, olga: Client) -> None:
    _confirmed(ministry(), "phone", "+4723950000")
    ways = post(olga, "ways", own("own_government"))
    assert re.findall(r'id="way_(\w+)"', ways.content.decode()) == ["copy", "phone"]
    assert "What happened?" not in words(ways)


def test_of_a_foreign_ministry_whose_site_is_confirmed_no_mailbox_is_typed(
    asked: Scene, olga: Client
) -> None:
    _confirmed(ministry(), "web", "https://www.ud.example/")
    page = olga.get(f"{WRITE}?country=NO&ties=anyway&to=own_government")
    assert 'href="https://www.ud.example/"' in page.content.decode()
    assert "To its own site" in words(page)
    assert 'name="address"' not in page.content.decode()
    typed = own("own_government", address="kari@ud.example")
    assert "mailto:" not in post(olga, "ways", typed).content.decode()


def test_from_the_country_of_the_events_and_of_a_frozen_case_nobody_is_led_anywhere(
    asked: Scene, olga: Client
) -> None:
    assert "Please do not write from there" in words(olga.get(f"{WRITE}?country=KZ&ties=no&to=parliament"))
    assert "Others who can act" not in words(olga.get("/a/strike-in-aktau/thanks?country=KZ"))
    freeze(asked.action.case, None)
    assert olga.get(f"{WRITE}?country=NO&ties=no&to=parliament").headers["Location"] == "/a/strike-in-aktau"


def test_an_organisation_s_letter_and_the_mirror_go_to_who_answers(asked: Scene, olga: Client) -> None:
    sheet = words(olga.get("/a/strike-in-aktau/letter?country=TR&unsigned=1"))
    assert "Ankara" in sheet
