"""An organisation signs on: from the form to the public list, and off it again."""

import re
import time
from datetime import timedelta
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.core import signing
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests import cast
from tests.delivery.scene import Scene, copied
from tests.printing.in_print import pages

from tocsin.actions.asks.sign_on import confirm as confirming
from tocsin.actions.asks.sign_on.erase import erase_contacts
from tocsin.actions.close import close
from tocsin.actions.models import Ask, Endorsement, EndorsementState
from tocsin.actions.set_capacity import set_capacity
from tocsin.actions.withdraw import withdraw
from tocsin.actions.write_letter import write_letter
from tocsin.cases.edit import edit_case
from tocsin.cases.freeze import freeze, thaw
from tocsin.cases.models import Claim, PersonAtRisk
from tocsin.delivery.take_letter import To
from tocsin.jobs.models import Job
from tocsin.jobs.perform import perform
from tocsin.members.models import AuditEntry
from tocsin.public.against_abuse.stamp import Where

from .stamped import stamp
from .test_write import words

pytestmark = pytest.mark.django_db
ADDRESS = "/a/strike-in-aktau/sign-on"
LIST = "/a/strike-in-aktau/organisations"
CANARY = "Zhuldyzai Kanareeva"
PERSON = "Kari Nordmann"
UNION = {
    "organisation": "Norsk Tjenestemannslag",
    "kind": "union",
    "country": "NO",
    "members_count": "50000",
    "decided_by": "executive committee",
    "signed_by": "General secretary",
    "domain": "https://www.ntl.example/om",
    "contact_name": PERSON,
    "contact_email": "kari@ntl.example",
}


@pytest.fixture
def asked(scene: Scene) -> Scene:
    """The action asks organisations to sign on, and its case withholds somebody's name."""
    Ask.objects.create(action=scene.action, kind="sign_on", audience="unions")
    person = PersonAtRisk.objects.create(case=scene.action.case, kind="person")
    Claim.objects.create(subject=person, predicate="name", value=CANARY, state="accepted")
    return scene


def sign(olga: Client, scene: Scene, **changed: str) -> HttpResponse:
    """As a browser without scripts sends the form a minute after it came."""
    olga.get(ADDRESS)
    made = stamp(where=Where(scene.action.pk, "", To(0, 0)))
    token = olga.cookies["csrftoken"].value
    return olga.post(ADDRESS, {**UNION, "stamp": made, "csrfmiddlewaretoken": token, **changed})


def mails(template: str = "") -> list[dict[str, str]]:
    for job in Job.objects.filter(kind="endorsements.ask", done_at=None):
        perform(job)
    payloads = [job.payload for job in Job.objects.filter(kind="post.mail").order_by("pk")]
    return [mail for mail in payloads if template in mail["text"]]


def link_in(mail: dict[str, str]) -> str:
    return urlsplit(re.search(r"http\S+", mail["text"])[0]).path


def press(olga: Client, path: str, **form: str) -> HttpResponse:
    olga.get(path)
    return olga.post(path, {"csrfmiddlewaretoken": olga.cookies["csrftoken"].value, **form})


def signed_by_mail(olga: Client, scene: Scene, **changed: str) -> Endorsement:
    sign(olga, scene, **changed)
    press(olga, link_in(mails()[-1]))
    return Endorsement.objects.latest("pk")


def at_desk(name: str, one: Endorsement, act: str, **form: str) -> HttpResponse:
    desk = cast.desk_client(name)
    return desk.post(f"/desk/actions/strike-in-aktau/organisations/{one.pk}/{act}", form, follow=True)


def test_a_union_signs_from_its_own_domain_and_is_shown(asked: Scene, olga: Client) -> None:
    assert "Sign on as an organisation" in words(olga.get("/a/strike-in-aktau"))
    assert "No organisation stands here yet." in words(olga.get(LIST))
    assert sign(olga, asked).headers["Location"] == f"{ADDRESS}/taken"
    assert "Now look into your mailbox" in words(olga.get(f"{ADDRESS}/taken"))
    (mail,) = mails()
    path = link_in(mail)
    assert mail["to"] == "kari@ntl.example"
    assert [olga.get(path).status_code, olga.head(path).status_code] == [200, 200]
    assert Endorsement.objects.get().state == EndorsementState.ASKED
    assert "Thank you. Your organisation has signed" in words(press(olga, path))
    assert "This is confirmed already" in words(olga.get(path))
    assert Endorsement.objects.get().state == EndorsementState.WAITING
    assert "Norsk Tjenestemannslag" not in words(olga.get(LIST))
    one = Endorsement.objects.get()
    assert at_desk("Rustam", one, "show").status_code == 403
    assert "It stands on the public list." in words(at_desk("Petra", one, "show"))
    page = olga.get(LIST)
    for said in (
        "Norsk Tjenestemannslag",
        "Union, Norway",
        "Says it represents 50000 members",
        "ntl.example",
    ):
        assert said in words(page)
    assert "They say they represent 50000 members." in words(olga.get("/a/strike-in-aktau"))
    assert PERSON not in page.content.decode()
    assert "kari@" not in page.content.decode()
    shape = BeautifulSoup(page.content, "lxml").find("use", class_="signed")
    assert (shape["href"], shape.title.text) == ("/static/look/world.svg#NO", "Norway: 1")
    acts = set(AuditEntry.objects.filter(act__startswith="endorsement").values_list("act", flat=True))
    assert acts == {"endorsement.confirmed", "endorsement.shown"}
    own = link_in(mails("own page")[-1])
    assert "stands on the public list" in words(olga.get(own))
    press(olga, own, take_off="1")
    assert "Norsk Tjenestemannslag" not in words(olga.get(LIST))
    assert "stands on no list" in words(olga.get(own))


def test_free_mail_waits_for_a_person_who_says_how_she_knows(asked: Scene, olga: Client) -> None:
    one = signed_by_mail(olga, asked, contact_email="ntl@gmail.com")
    assert one.state == EndorsementState.BY_HAND
    desk = words(cast.desk_client("Petra").get("/desk/actions/strike-in-aktau/organisations"))
    assert "The address is at gmail.com, where anybody can have a mailbox." in desk
    assert at_desk("Petra", one, "show").status_code == 422
    wrong = at_desk("Petra", one, "confirm", how=" ")
    assert (wrong.status_code, "Say how you know" in words(wrong)) == (422, True)
    assert at_desk("Petra", one, "confirm", how="called the number on their site").status_code == 200
    at_desk("Petra", one, "show")
    said = words(olga.get(LIST))
    assert "Confirmed by hand." in said
    assert "gmail.com" not in said
    assert "ntl.example" not in said


def test_an_organisation_signs_once_and_nobody_signs_in_its_place(asked: Scene, olga: Client) -> None:
    """A stranger without its domain does not keep it out, whatever name he takes."""
    squatter = signed_by_mail(olga, asked, contact_email="somebody@mail.ru")
    union = signed_by_mail(olga, asked)
    assert (squatter.state, union.state) == (EndorsementState.BY_HAND, EndorsementState.WAITING)
    refused = at_desk("Petra", squatter, "confirm", how="they said so")
    assert "has signed already" in words(refused)
    sign(olga, asked, organisation="NTL Ungdom", contact_email="ola@ntl.example")
    assert "Your organisation has signed already" in words(press(olga, link_in(mails()[-1])))
    twin = signed_by_mail(
        olga,
        asked,
        organisation="NORSK tjenestemannslag",
        domain="twin.example",
        contact_email="a@twin.example",
    )
    assert (twin.state, twin.why_by_hand) == (
        EndorsementState.BY_HAND,
        "Another endorsement bears this name.",
    )
    at_desk("Petra", twin, "refuse", reason="Not the union of that name.")
    assert "Not the union of that name." in words(olga.get(link_in(mails("own page")[-1])))


def test_nothing_is_shown_of_the_country_of_events_unless_chosen_for_each(asked: Scene, olga: Client) -> None:
    home = signed_by_mail(
        olga, asked, country="KZ", organisation="Zhanartu", domain="z.example", contact_email="a@z.example"
    )
    refused = at_desk("Petra", home, "show")
    assert refused.status_code == 422
    assert "It is in the country of the events" in words(refused)
    assert "Zhanartu" not in words(olga.get(LIST))
    at_desk("Petra", home, "show", at_home="on")
    assert "Zhanartu" in words(olga.get(LIST))
    abroad = signed_by_mail(olga, asked)
    at_desk("Petra", abroad, "show")
    case = asked.action.case
    edit_case(case, case.title, "NO", "", cast.member("Petra"))
    assert "Norsk Tjenestemannslag" not in words(olga.get(LIST))


def test_withheld_names_stand_on_no_public_page(asked: Scene, olga: Client) -> None:
    one = signed_by_mail(
        olga, asked, organisation=f"Friends of {CANARY}", decided_by=f"{CANARY} circle", signed_by="Kanareeva"
    )
    at_desk("Petra", one, "show")
    pages = [olga.get(address).content.decode() for address in ("/a/strike-in-aktau", LIST)]
    assert "Friends of" in pages[1]
    assert not re.search("kanare|zhuldyzai", "".join(pages), re.IGNORECASE)


def test_it_goes_with_the_action_and_the_case(asked: Scene, olga: Client) -> None:
    petra, action = cast.member("Petra"), asked.action
    at_desk("Petra", signed_by_mail(olga, asked), "show")
    sign(olga, asked, organisation="Late", domain="l.example", contact_email="a@l.example")
    late = link_in(mails()[-1])
    freeze(action.case, petra)
    assert [olga.get(a).status_code for a in (LIST, ADDRESS, f"{ADDRESS}/taken")] == [404, 302, 302]
    assert "Norsk" not in words(olga.get("/a/strike-in-aktau"))
    assert "This action is not open now" in words(press(olga, late))
    thaw(action.case, petra)
    close(action, petra)
    assert olga.get(ADDRESS).status_code == 302
    assert "Norsk" in words(olga.get(LIST))
    assert "Sign on as an organisation" not in words(olga.get(LIST))
    withdraw(action, petra)
    assert [olga.get(a).status_code for a in (LIST, ADDRESS)] == [410, 410]


def test_people_are_forgotten_in_time_and_the_organisation_stays(asked: Scene, olga: Client) -> None:
    petra = cast.member("Petra")
    at_desk("Petra", signed_by_mail(olga, asked), "show")
    own = link_in(mails("own page")[-1])
    sign(olga, asked, contact_email="other@ntl.example")
    late = link_in(mails()[-1])
    assert erase_contacts(timezone.now() + timedelta(days=8)) == 1
    assert olga.get(late).status_code == 410
    close(asked.action, petra)
    assert erase_contacts(timezone.now() + timedelta(days=89)) == 0
    assert erase_contacts(timezone.now() + timedelta(days=91)) == 1
    one = Endorsement.objects.get()
    assert (one.contact_name, one.contact_email) == ("", "")
    assert "Norsk" in words(olga.get(LIST))
    assert olga.get(own).status_code == 410


WRONG: list[tuple[dict[str, str], str]] = [
    ({"organisation": "!!!"}, "Please give its name, not an address."),
    ({"members_count": "many"}, "Please give a whole number"),
    ({"domain": "no site"}, "This does not look like a web site."),
    ({"country": "QQ"}, "Select a valid choice"),
    ({"contact_email": "nonsense"}, "This does not look like an e-mail address."),
    ({"stamp": "made up"}, "press once more"),
]


def test_a_mistake_is_said_and_what_was_typed_kept(asked: Scene, olga: Client) -> None:
    for wrong, sentence in WRONG:
        answer = sign(olga, asked, **wrong)
        assert answer.status_code == 422
        assert sentence in words(answer)
        assert "executive committee" in answer.content.decode()
    assert not Endorsement.objects.exists()


def test_forged_sign_ups_from_one_machine_are_contained(asked: Scene, olga: Client) -> None:
    """Nothing reaches the desk or the page that no mailbox confirmed, and no mailbox is filled."""
    assert sign(olga, asked, website="bot").status_code == 302
    assert not Endorsement.objects.exists()
    answers = [sign(olga, asked).status_code for _ in range(8)]
    assert answers == [302] * 8
    assert Endorsement.objects.count() == 3
    desk = words(cast.desk_client("Petra").get("/desk/actions/strike-in-aktau/organisations"))
    assert "3 were asked to confirm by mail" in desk
    assert "Norsk" not in desk


def test_a_link_works_for_a_week_and_only_ours(asked: Scene, olga: Client) -> None:
    sign(olga, asked)
    path = link_in(mails()[-1])
    with patch.object(signing.time, "time", return_value=time.time() + 8 * 86_400):
        assert olga.get(path).status_code == 410
    assert olga.get("/sign-on/nonsense").status_code == 410
    assert olga.get("/organisation/nonsense").status_code == 410
    assert confirming.confirm("nonsense") is None


def test_where_nothing_is_asked_there_is_no_form(scene: Scene, olga: Client) -> None:
    assert olga.get(ADDRESS).status_code == 302
    assert olga.get(LIST).status_code == 404
    assert "Organisations" not in words(olga.get("/a/strike-in-aktau"))


def test_it_writes_on_its_own_paper_to_each_office_that_answers(asked: Scene, olga: Client) -> None:
    signed_by_mail(olga, asked)
    path = f"{link_in(mails('own page')[-1])}/letter"
    page = BeautifulSoup(olga.get(path).content, "lxml")
    form = {field["name"]: field.get("value", field.text) for field in page.select("main form [name]")}
    assert "We write to you on behalf of Norsk Tjenestemannslag." in form["body"]
    empty = olga.post(path, {**form, "body": ""})
    assert (empty.status_code, "Something is missing" in words(empty)) == (422, True)
    typed = {"place": "Oslo", "address": "Møllergata 10\n0179 Oslo", "name": PERSON}
    answer = olga.post(path, {**form, **typed})
    assert answer.headers["Content-Type"] == "application/pdf"
    london, ministry = pages(answer.content)
    for said in (
        "Norsk Tjenestemannslag",
        "Møllergata 10",
        "Oslo, ",
        "Release Natalia",
        PERSON,
        "General secretary",
    ):
        assert said in london
    assert "33 Thurloe Square" in london
    assert "Ministry of Justice of Kazakhstan" in ministry
    assert not Endorsement.objects.filter(contact_name="").exists()
    freeze(asked.action.case, cast.member("Petra"))
    assert olga.post(path, {**form, **typed}).status_code == 302


def letter_form(olga: Client, path: str) -> dict[str, str]:
    page = BeautifulSoup(olga.get(path).content, "lxml")
    form = {field["name"]: field.get("value", field.text) for field in page.select("main form [name]")}
    return form | {"place": "Oslo", "address": "Møllergata 10", "name": PERSON}


def test_what_finds_no_room_on_its_paper_is_said_and_kept(asked: Scene, olga: Client) -> None:
    signed_by_mail(olga, asked)
    path = f"{link_in(mails('own page')[-1])}/letter"
    form = letter_form(olga, path)
    for typed, said in (
        ("one\ntwo\n\nthree\nfour\nfive", "At most 4 lines, please: yours has 5."),
        ("x" * 61, "At most 60 letters in a line, please: this one has 61: “xxx"),
    ):
        answer = olga.post(path, form | {"address": typed})
        assert (answer.status_code, said in words(answer)) == (422, True)
        kept = BeautifulSoup(answer.content, "lxml").select_one("[name=address]")
        assert kept is not None
        assert kept.text.split() == typed.split()
    full = olga.post(path, form | {"address": "one\n\ntwo\nthree\n" + "x" * 60})
    assert "x" * 60 in pages(full.content)[0].replace("\n", "")


def test_employers_owners_and_buyers_get_letters_of_their_own(asked: Scene, olga: Client) -> None:
    petra = cast.member("Petra")
    refinery = copied(asked, "Refinery", "office@refinery.example", "target", kind="company", in_country="NL")
    set_capacity(refinery, "buyer", petra, "customs records", "2011-05")
    write_letter(asked.action, petra, "en", "Stop buying", "Dear company,\n\nStop buying this oil.", "buyer")
    signed_by_mail(olga, asked)
    path = f"{link_in(mails('own page')[-1])}/letter"
    general = olga.get(path)
    assert "Letter to who answers for what happened a buyer from the employer" in words(general)
    assert "Refinery" not in words(general)
    form = letter_form(olga, f"{path}?capacity=buyer&language=en")
    assert (form["capacity"], form["subject"]) == ("buyer", "Stop buying")
    (letter,) = pages(olga.post(path, form).content)
    assert "Refinery" in letter
    assert "Stop buying this oil." in letter
    asked.action.targets.exclude(pk=refinery.pk).delete()
    alone = words(olga.get(path))
    assert "No office of this action answers" not in alone
    assert "Stop buying" in letter_form(olga, path)["subject"]
    asked.action.letters.filter(capacity="buyer").delete()
    assert letter_form(olga, path)["capacity"] == ""


def test_nobody_in_the_country_of_events_is_handed_a_letter(asked: Scene, olga: Client) -> None:
    signed_by_mail(olga, asked, country="KZ")
    own = link_in(mails("own page")[-1])
    assert olga.get(f"{own}/letter").status_code == 302
    assert "letterhead" not in words(olga.get(own))
