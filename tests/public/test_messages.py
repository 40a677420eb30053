"""Words of solidarity: from the form to the page and the booklet, never public before a person looked."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from tests import cast
from tests.delivery.scene import Scene
from tests.printing.in_print import pages

from tocsin.actions.asks.messages import send_message as sending
from tocsin.actions.close import close
from tocsin.actions.models import Ask, MessageState, SolidarityMessage
from tocsin.actions.withdraw import withdraw
from tocsin.cases.freeze import freeze, thaw
from tocsin.cases.models import Claim, PersonAtRisk
from tocsin.delivery.take_letter import To
from tocsin.members.models import AuditEntry
from tocsin.public.against_abuse.stamp import Where

from .stamped import stamp
from .test_write import words

pytestmark = pytest.mark.django_db
FORM, PAGE = "/a/strike-in-aktau/message", "/a/strike-in-aktau/messages"
DESK = "/desk/actions/strike-in-aktau/messages"
SAID = {"text": "We are with you.", "language": "en", "first_name": "Anna", "country": "NO"}
CANARY = "Zhuldyzai Kanareeva"


@pytest.fixture
def asked(scene: Scene) -> Scene:
    Ask.objects.create(action=scene.action, kind="solidarity_message")
    person = PersonAtRisk.objects.create(case=scene.action.case, kind="person")
    Claim.objects.create(subject=person, predicate="name", value=CANARY, state="accepted")
    return scene


def send(olga: Client, scene: Scene, **changed: str) -> HttpResponse:
    olga.get(FORM)
    made = stamp(where=Where(scene.action.pk, "", To(0, 0)))
    token = olga.cookies["csrftoken"].value
    return olga.post(FORM, {**SAID, "stamp": made, "csrfmiddlewaretoken": token, **changed})


def decided(*messages: SolidarityMessage, decision: str = "shown", name: str = "Petra") -> HttpResponse:
    form = {"message": [one.pk for one in messages], "decision": decision}
    return cast.desk_client(name).post(f"{DESK}/decide", form, follow=True)


def test_a_message_is_read_first_then_shown_and_printed_in_its_own_script(asked: Scene, olga: Client) -> None:
    assert "Send a message of solidarity" in words(olga.get("/a/strike-in-aktau"))
    assert send(olga, asked).headers["Location"] == f"{FORM}/taken"
    assert "A person here reads them next" in words(olga.get(f"{FORM}/taken"))
    send(olga, asked, text="لستم وحدكم", language="ar", first_name="أمل", country="TN")
    send(olga, asked, text="Мы с вами.", language="ru", first_name="Вера", country="KZ")
    send(olga, asked, text=f"Courage, {CANARY}!", first_name="Kanareeva")
    send(olga, asked, text="You got what you asked for.", first_name="Troll")
    send(olga, asked)
    first, arabic, home, named, rude = SolidarityMessage.objects.all()
    assert olga.get(PAGE).status_code == 404
    assert "We are with you." in words(cast.desk_client("Rustam").get(DESK))
    assert decided(first, name="Rustam").status_code == 403
    assert "4 messages decided." in words(decided(first, arabic, home, named))
    assert "1 message decided." in words(decided(rude, decision="left_out"))
    page = olga.get(PAGE)
    said = words(page)
    for line in (
        "4 messages from 2 countries",
        "We are with you. Anna, Norway",
        "لستم وحدكم",
        "Мы с вами. Somebody who gives no name",
        "Courage, [name withheld]!",
    ):
        assert line in said
    assert "Troll" not in said
    assert not re.search("kanare|zhuldyzai|Вера", page.content.decode(), re.IGNORECASE)
    assert "Read them" in words(olga.get("/a/strike-in-aktau"))
    assert home.first_name == ""
    pdf = cast.desk_client("Petra").get(f"{DESK}/booklet").content
    cover, inside = pages(pdf)
    assert "4 messages from 2 countries" in cover
    assert "We are with you. Anna, Norway" in inside
    assert "Мы с вами." in inside
    assert "Kanareeva" not in inside
    acts = list(AuditEntry.objects.filter(act__startswith="messages.").values_list("act", flat=True))
    assert sorted(acts) == ["messages.booklet_taken", "messages.left_out", "messages.shown"]


WRONG = [
    ({"text": ""}, "Write a few words, please."),
    ({"text": "x" * 501}, "At most 500 letters, please: yours has 501."),
    ({"text": "Buy at www.x.example"}, "Please leave out addresses and numbers"),
    ({"text": "Call +47 22 00 00 00"}, "Please leave out addresses and numbers"),
    ({"first_name": "Anna Karenina"}, "The first name alone, please"),
    ({"country": ""}, "Please choose the country."),
    ({"stamp": "made up"}, "press once more"),
]


def test_a_mistake_is_said_and_what_was_typed_kept(asked: Scene, olga: Client) -> None:
    for wrong, sentence in WRONG:
        answer = send(olga, asked, **wrong)
        assert (answer.status_code, sentence in words(answer)) == (422, True)
        assert wrong.get("text", SAID["text"]) in answer.content.decode()
    assert send(olga, asked, website="bot").status_code == 302
    assert not SolidarityMessage.objects.exists()


def test_more_than_anybody_can_read_are_refused(
    asked: Scene, olga: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "MOST_WAITING", 1)
    answers = [send(olga, asked, text=text) for text in ("One.", "Two.")]
    assert [answer.status_code for answer in answers] == [302, 422]
    assert "Please try again in an hour." in words(answers[1])


def test_it_goes_with_the_action_and_the_case(asked: Scene, olga: Client) -> None:
    send(olga, asked)
    decided(SolidarityMessage.objects.get())
    petra, action = cast.member("Petra"), asked.action
    freeze(action.case, petra)
    assert [olga.get(a).status_code for a in (PAGE, FORM)] == [404, 302]
    assert "We are with you" not in words(olga.get("/a/strike-in-aktau"))
    thaw(action.case, petra)
    close(action, petra)
    assert "We are with you." in words(olga.get(PAGE))
    assert "Send a message" not in words(olga.get(PAGE))
    assert olga.get(FORM).status_code == 302
    withdraw(action, petra)
    assert [olga.get(a).status_code for a in (PAGE, FORM)] == [410, 410]


def test_other_actions_messages_are_left_alone_and_an_empty_press_says_so(asked: Scene, olga: Client) -> None:
    send(olga, asked)
    one = SolidarityMessage.objects.get()
    assert "Tick at least one message" in words(decided())
    assert "Tick at least one message" in words(decided(one, decision="deleted"))
    asked.action.slug = "other"
    asked.action.save()
    assert decided(one).status_code == 403
    assert SolidarityMessage.objects.get().state == MessageState.WAITING
    assert "No message is shown yet" in words(
        cast.desk_client("Petra").get("/desk/actions/other/messages/booklet", follow=True)
    )
