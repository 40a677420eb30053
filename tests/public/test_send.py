"""The server sends the letter: after the supporter confirmed from her mailbox, and never before."""

import re
import time
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests import cast
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene, mails
from tests.post.text_of import text_of

from tocsin.actions.copies import copies_for
from tocsin.delivery.ask_again import AGAIN_AFTER
from tocsin.delivery.models import Delivery, DeliveryChange, DeliveryState
from tocsin.delivery.take_letter import To
from tocsin.jobs.worker import Worker
from tocsin.public.against_abuse.admit import QUICKEST, UNSOLVED
from tocsin.public.against_abuse.stamp import Where, read_stamp
from tocsin.supporters.models import Supporter
from tocsin.supporters.rate_keys import rate_keys

from .stamped import stamp
from .test_write import MINE, letter, post, words

pytestmark = pytest.mark.django_db(transaction=True)


def send(olga: Client, scene: Scene, **sender: str) -> HttpResponse:
    given = {
        "name": "Sam Support",
        "email": cast.SAM,
        "website": "",
        "stamp": stamp(where=where(scene)),
        **sender,
    }
    return post(olga, "send", {**letter(scene.london), **given})


def where(scene: Scene) -> Where:
    """What the page of `letter(scene.london)` was made for."""
    copies = [To(copy.target.pk, copy.email.pk) for copy in copies_for(scene.action, "NO")]
    return Where(scene.action.pk, "NO", scene.to(scene.london), tuple(copies))


def confirmation_path() -> str:
    *_, mail = mails()
    return urlsplit(re.search(r"http\S+/confirm/\S+", mail["text"])[0]).path


def confirm(olga: Client, path: str) -> HttpResponse:
    olga.get(path)
    return olga.post(path, {"csrfmiddlewaretoken": olga.cookies["csrftoken"].value})


def test_from_the_form_to_the_embassys_server(scene: Scene, olga: Client) -> None:
    with mail_server() as postbox:
        answer = send(olga, scene)
        assert answer.headers["Location"] == "/a/strike-in-aktau/check-mailbox"
        assert "Now look into your mailbox" in words(olga.get("/a/strike-in-aktau/check-mailbox"))
        path = confirmation_path()
        Worker().run_until_idle()
        assert [str(mail["To"]) for mail in postbox.letters] == [cast.SAM]
        assert "on its way" in words(confirm(olga, path))
        Worker().run_until_idle()
    letter_sent = postbox.letters[-1]
    assert str(letter_sent["To"]) == "london@embassy.example"
    assert MINE in text_of(letter_sent).replace("\r\n", "\n")


def test_looking_at_the_link_changes_nothing(scene: Scene, olga: Client) -> None:
    send(olga, scene)
    path = confirmation_path()
    pages = [olga.get(path), olga.head(path), olga.options(path), olga.get(path)]
    assert pages[0].status_code == 200
    assert "Is this your letter?" in words(pages[0])
    assert Delivery.objects.get().state == DeliveryState.UNCONFIRMED


def test_a_second_press_says_thank_you_again_and_sends_nothing_more(scene: Scene, olga: Client) -> None:
    send(olga, scene)
    path = confirmation_path()
    assert all("on its way" in words(confirm(olga, path)) for _ in range(2))
    assert Delivery.objects.filter(state=DeliveryState.QUEUED, not_before__isnull=False).count() == 1
    assert DeliveryChange.objects.filter(became=DeliveryState.QUEUED).count() == 1


def test_a_known_address_and_a_new_one_get_the_same_answer(scene: Scene, olga: Client) -> None:
    answers = [send(olga, scene) for _ in range(6)] + [send(olga, scene, email="new@supporters.example")]
    assert len({(a.status_code, a.headers["Location"], a.content) for a in answers}) == 1


def test_a_program_that_fills_in_every_field_gets_the_same_answer_and_nothing_happens(
    scene: Scene, olga: Client
) -> None:
    person, program = send(olga, scene), send(olga, scene, email="p@x.example", website="http://spam.example")
    assert (program.status_code, program.headers["Location"]) == (
        person.status_code,
        person.headers["Location"],
    )
    assert Supporter.objects.get().email == cast.SAM


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Please give the name that shall stand under your letter."),
        ({"name": "  \n "}, "Please give the name that shall stand under your letter."),
        ({"name": "Buy at http://x.example"}, "Please give a name, not an address."),
        ({"email": ""}, "Please give your e-mail address"),
        ({"email": "nonsense"}, "This does not look like an e-mail address."),
        ({"email": '"odd local"@example.org'}, "This does not look like an e-mail address."),
        ({"email": "a@example.org, b@example.org"}, "This does not look like an e-mail address."),
    ],
)
def test_a_mistake_is_said_in_a_sentence_and_the_letter_kept(
    scene: Scene, olga: Client, wrong: dict[str, str], sentence: str
) -> None:
    answer = send(olga, scene, **wrong)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "In my own words." in answer.content.decode()
    assert not Supporter.objects.exists()


def test_an_office_without_mail_is_not_mailed(scene: Scene, olga: Client) -> None:
    form = {**letter(scene.ankara), "name": "Sam", "email": cast.SAM}
    post(olga, "send", form)
    assert not Supporter.objects.exists()


@pytest.mark.parametrize("token", ["nonsense", "0" * 32 + ":x"])
def test_a_link_that_is_not_ours_has_ended(scene: Scene, olga: Client, token: str) -> None:
    assert olga.get(f"/confirm/{token}").status_code == 410


def test_a_press_quicker_than_a_person_is_asked_for_once_more_and_the_letter_kept(
    scene: Scene, olga: Client
) -> None:
    quick = send(olga, scene, stamp=stamp(0, where(scene)))
    assert quick.status_code == 422
    assert "press once more" in words(quick)
    assert "In my own words." in quick.content.decode()
    assert not Supporter.objects.exists()
    page = BeautifulSoup(quick.content, "lxml")
    given = page.find("input", {"name": "stamp"})["value"]
    with patch("tocsin.public.against_abuse.admit.time.time", return_value=time.time() + QUICKEST):
        assert send(olga, scene, stamp=given).status_code == 302
    assert Supporter.objects.get().email == cast.SAM


def test_a_page_without_a_stamp_that_holds_gets_a_new_one(scene: Scene, olga: Client) -> None:
    answer = send(olga, scene, stamp="made up")
    page = BeautifulSoup(answer.content, "lxml")
    assert read_stamp(page.find("input", {"name": "stamp"})["value"])


def test_a_page_of_a_clock_that_was_set_back_since_is_made_anew(scene: Scene, olga: Client) -> None:
    quick = send(olga, scene, stamp=stamp(-3_600, where(scene)))
    given = read_stamp(BeautifulSoup(quick.content, "lxml").find("input", {"name": "stamp"})["value"])
    assert given
    assert given.made_at <= time.time()


def test_when_too_many_come_the_letter_is_still_there_with_the_other_ways(scene: Scene, olga: Client) -> None:
    for _ in range(UNSOLVED * 25):
        rate_keys.count("unsolved", str(scene.action.pk))
    answer = send(olga, scene)
    assert answer.status_code == 422
    assert "try again in an hour, or take another way" in words(answer)
    assert "In my own words." in answer.content.decode()
    assert not Supporter.objects.exists()


def test_a_mail_that_did_not_come_is_asked_for_again(scene: Scene, olga: Client) -> None:
    send(olga, scene)
    mails()
    Supporter.objects.update(asked_at=timezone.now() - AGAIN_AFTER)
    known, unknown = (again(olga, email) for email in (cast.SAM, "kim@supporters.example"))
    assert "we write to you once more" in words(known)
    assert words(known) == words(unknown)
    assert [mail["to"] for mail in mails()] == [cast.SAM] * 2


def test_what_is_no_address_is_said_in_a_sentence(scene: Scene, olga: Client) -> None:
    answer = again(olga, "nonsense")
    assert answer.status_code == 422
    assert "This does not look like an e-mail address." in words(answer)


def again(olga: Client, email: str) -> HttpResponse:
    return post(olga, "check-mailbox", {"email": email})


@pytest.mark.parametrize(
    "changed",
    [
        {"country": "GB"},
        {"to": "9999"},
        {"language": ""},
        {"subject": " \n "},
        {"name": "a\x01b"},
    ],
)
def test_what_its_page_was_not_made_for_is_not_taken(
    scene: Scene, olga: Client, changed: dict[str, str]
) -> None:
    assert send(olga, scene, **changed).status_code in (302, 422)
    assert not Supporter.objects.exists()


def test_what_no_database_can_store_is_refused_before_any_page(scene: Scene, olga: Client) -> None:
    assert send(olga, scene, body="\x00").status_code == 400
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("ended", ["closed", "withdrawn"])
def test_an_action_that_ended_meanwhile_takes_no_letter(scene: Scene, olga: Client, ended: str) -> None:
    olga.get("/a/strike-in-aktau/write?country=NO&ties=no")
    scene.action.state = ended
    scene.action.save()
    assert send(olga, scene).status_code in (302, 410)
    assert not Supporter.objects.exists()
