"""Publishing under the rule that two people decide: asked, read, agreed to, done once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests import cast
from tests.actions.stage import ready_of
from tocsin.actions.models import Action, ActionState
from tocsin.cases.edit import edit_case
from tocsin.members.models import Member, SecondPersonRequest
from tocsin.members.set_house_rules import set_house_rules


@pytest.fixture(scope="module")
def made(once: None) -> int:
    set_house_rules(True, True, cast.member("Ada"))
    return ready_of(cast.member("Petra")).pk


@pytest.fixture
def action(made: int, db: None) -> Action:
    return Action.objects.get(pk=made)


def press(client: Client, action: Action) -> str:
    return client.post(f"/desk/actions/{action.slug}/publish", follow=True).content.decode()


def request_of(act: str) -> SecondPersonRequest:
    return SecondPersonRequest.objects.filter(act=act).latest("pk")


def answer(client: Client, word: str = "agree") -> int:
    """Reads the page of the newest request, and gives her word on it."""
    address = f"/desk/second-person/{SecondPersonRequest.objects.latest('pk').pk}/"
    page = client.get(address)
    form = {word: "", "fingerprint": page.context["fingerprint"]} if page.status_code == 200 else {word: ""}
    return client.post(address, form).status_code


def is_open(action: Action) -> bool:
    return Action.objects.get(pk=action.pk).state == ActionState.PUBLISHED


def word(client: Client, action: Action) -> str:
    return client.get(f"/desk/actions/{action.slug}/").content.decode()


def test_asked_read_agreed_and_done_once(
    action: Action, petra_at_desk: Client, ada_at_desk: Client, client: Client
) -> None:
    assert "Ask a second person" in word(petra_at_desk, action)
    assert "Waiting for a second person" in press(petra_at_desk, action)
    assert ("Waits for a second person" in word(petra_at_desk, action), is_open(action)) == (True, False)
    assert answer(petra_at_desk) == 403, "nobody agrees to what she asked for"
    assert "asks for your agreement" in ada_at_desk.get("/desk/").content.decode()
    assert (answer(ada_at_desk), is_open(action)) == (302, False)
    assert "Agreed by Ada. Petra can do it once" in word(petra_at_desk, action)
    assert "Ask a second person" in word(ada_at_desk, action), "Ada agreed to what Petra does"
    press(petra_at_desk, action)
    assert (is_open(action), client.get(f"/a/{action.slug}").status_code) == (True, 200)
    petra_at_desk.post(f"/desk/actions/{action.slug}/withdraw", {"reason": "a mistake"})
    assert "Waiting for a second person" in press(petra_at_desk, action), "an agreement serves once"
    assert not is_open(action)


def test_a_reviewer_of_the_case_neither_asks_nor_agrees(
    action: Action, petra_at_desk: Client, rustam_at_desk: Client
) -> None:
    assert rustam_at_desk.post(f"/desk/actions/{action.slug}/publish").status_code == 403
    press(petra_at_desk, action)
    assert answer(rustam_at_desk) == 403
    assert SecondPersonRequest.objects.get().answered_at is None


def test_what_changed_after_the_agreement_was_not_agreed_to(
    action: Action, petra: Member, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    press(petra_at_desk, action)
    answer(ada_at_desk)
    Action.objects.filter(pk=action.pk).update(story="Something that nobody else has read.")
    press(petra_at_desk, action)
    assert not is_open(action)
    assert request_of("action.published").answered_at is None, "it is asked for anew"


def test_what_changes_while_she_reads_is_shown_anew(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    press(petra_at_desk, action)
    address = f"/desk/second-person/{SecondPersonRequest.objects.get().pk}/"
    read = ada_at_desk.get(address).context["fingerprint"]
    Action.objects.filter(pk=action.pk).update(story="Something that she has not read.")
    said = ada_at_desk.post(address, {"agree": "", "fingerprint": read})
    assert (said.status_code, "Something that she has not read." in said.content.decode()) == (409, True)
    assert SecondPersonRequest.objects.get().answered_at is None


def test_it_ends_after_a_day(action: Action, petra_at_desk: Client, ada_at_desk: Client) -> None:
    press(petra_at_desk, action)
    answer(ada_at_desk)
    SecondPersonRequest.objects.update(answered_at=timezone.now() - timedelta(hours=24, minutes=1))
    assert "Agreed by Ada" not in word(petra_at_desk, action)
    press(petra_at_desk, action)
    assert not is_open(action)


def test_refused_nothing_is_public(action: Action, petra_at_desk: Client, ada_at_desk: Client) -> None:
    press(petra_at_desk, action)
    answer(ada_at_desk, "refuse")
    press(petra_at_desk, action)
    assert not is_open(action)


def test_the_public_page_of_a_case_too(
    action: Action, petra: Member, petra_at_desk: Client, ada_at_desk: Client, client: Client
) -> None:
    case = action.case
    publish = f"/desk/cases/{case.slug}/publish"
    petra_at_desk.post(publish)
    assert "Waits for a second person" in petra_at_desk.get(f"/desk/cases/{case.slug}/").content.decode()
    answer(ada_at_desk)
    edit_case(case, case.title, case.country, "What nobody else has read.", petra)
    petra_at_desk.post(publish)
    assert client.get(f"/c/{case.slug}").status_code == 404
    answer(ada_at_desk)
    petra_at_desk.post(publish)
    assert client.get(f"/c/{case.slug}").status_code == 200


def test_an_export_waits_and_its_page_says_so(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    address = f"/desk/cases/{action.case.slug}/export"
    petra_at_desk.post(address, {"audience": "lawyer", "kind": "csv"})
    assert "Waits for a second person" in petra_at_desk.get(address).content.decode()
    page = ada_at_desk.get(f"/desk/second-person/{SecondPersonRequest.objects.get().pk}/").content.decode()
    assert ("What would leave the case" in page, "What the public would read" in page) == (True, False)
    answer(ada_at_desk)
    assert "Agreed by Ada. Petra can do it once" in petra_at_desk.get(address).content.decode()


def test_a_request_of_a_case_that_she_is_not_on_is_not_there(action: Action, petra_at_desk: Client) -> None:
    press(petra_at_desk, action)
    action.case.members.filter(member__name="Ada").delete()
    ada = cast.desk_client("Ada")
    assert "Two people decide" not in ada.get("/desk/").content.decode()
    assert answer(ada) == 403
