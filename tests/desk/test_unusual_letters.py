"""Letters that look wrong: looked at, stopped, taken out by one or by two people, and put back."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import cast
from tests.delivery.scene import Scene, open_action
from tests.delivery.taken_out.crowd import REASON, letter, out, rule
from tests.desk.test_action_edit import words
from tocsin.cases.models import CaseMember
from tocsin.delivery.dispatch.models import Hold
from tocsin.delivery.models import Alarm, AlarmKind, Delivery, DeliveryState, TakeOut
from tocsin.delivery.taken_out.carry_out import carry_out
from tocsin.members.models import Member
from tocsin.members.set_house_rules import set_house_rules

FORGED = "I have read nothing of this, and was paid to say that all is well there."


@pytest.fixture
def scene(db: None) -> Scene:
    scene = open_action()
    letter(scene, "anna@union.example")
    letter(scene, "b@throwaway.example", FORGED)
    letter(scene, "c@throwaway.example", FORGED, is_confirmed=False)
    return scene


def address(scene: Scene, name: str = "unusual_letters", **parts: object) -> str:
    return reverse(name, kwargs={"slug": scene.action.slug, **parts})


def shown(client: Client, scene: Scene, **query: object) -> str:
    answer = client.get(address(scene), query)
    assert answer.status_code == 200
    return words(answer.content.decode())


def hidden(page: str) -> dict[str, str]:
    """What the form that takes letters out bears of the rule that was looked at."""
    form = page[page.index('action="/desk/actions/strike-in-aktau/unusual/take-out') :]
    return dict(re.findall(r'type="hidden" name="(?!csrf)(\w+)" value="([^"]*)"', form))


def press(client: Client, scene: Scene, reason: str = REASON, **query: object) -> str:
    """Looks, and takes out what was seen."""
    page = client.get(address(scene), {"look": 1, **query}).content.decode()
    form = {**hidden(page), "reason": reason}
    answer = client.post(address(scene, "letters_take_out"), form, follow=True)
    return words(answer.content.decode())


def an_alarm(scene: Scene, **fields: object) -> Alarm:
    known = {"kind": AlarmKind.DOMAIN, "about": "throwaway.example", "letters": 25, "usual": 1.4}
    return Alarm.objects.create(action=scene.action, **{**known, **fields})


def test_nothing_unusual_says_so(scene: Scene, petra_at_desk: Client) -> None:
    page = shown(petra_at_desk, scene)
    assert "Nothing at the moment." in page
    assert "Its letters leave" in page
    assert "Nothing so far." in page


def test_an_alarm_stands_on_the_first_page_and_leads_to_its_letters(
    scene: Scene, petra_at_desk: Client, rustam_at_desk: Client
) -> None:
    an_alarm(scene)
    home = petra_at_desk.get("/desk/").content.decode()
    assert "Many from one mail domain: throwaway.example 25 letters in ten minutes" in words(home)
    assert "Stop its letters" in home
    assert "throwaway.example" not in rustam_at_desk.get("/desk/").content.decode()
    page = petra_at_desk.get(address(scene)).content.decode()
    [query] = re.findall(r'href="\?([^"]*domain=[^"]*)#look"', page)
    looked = words(petra_at_desk.get(f"{address(scene)}?{query.replace('&amp;', '&')}").content.decode())
    assert "2 letters from mailboxes at throwaway.example" in looked


def test_a_member_who_is_not_on_the_case_sees_no_alarm(scene: Scene, petra_at_desk: Client) -> None:
    an_alarm(scene)
    CaseMember.objects.filter(member=cast.member("Petra")).delete()
    assert "throwaway.example" not in petra_at_desk.get("/desk/").content.decode()
    assert petra_at_desk.get(address(scene)).status_code == 403


def test_seen_it_goes(scene: Scene, petra_at_desk: Client) -> None:
    alarm = an_alarm(scene)
    for said in ("The same burst is not told again for a day.", "Somebody has seen this already."):
        answer = petra_at_desk.post(address(scene, "alarm_dismiss", pk=alarm.pk), follow=True)
        assert said in words(answer.content.decode())
    assert "Nothing at the moment." in shown(petra_at_desk, scene)


def test_the_switch_stops_its_letters_and_lets_them_go_on(scene: Scene, petra_at_desk: Client) -> None:
    form = {"action": scene.action.slug, "reason": "many forged ones", "next": address(scene)}
    stopped = petra_at_desk.post(reverse("sending_stop"), form, follow=True)
    assert "Its letters are stopped" in words(stopped.content.decode())
    assert "many forged ones" in stopped.content.decode()
    form = {"hold": Hold.objects.get().pk, "next": address(scene)}
    on = petra_at_desk.post(reverse("sending_go_on"), form, follow=True)
    assert "Its letters leave" in words(on.content.decode())


def test_what_is_meant_is_seen_first_without_a_name_or_an_address(
    scene: Scene, petra_at_desk: Client
) -> None:
    page = shown(petra_at_desk, scene, look=1, domain="someone@Throwaway.example")
    assert "2 letters from mailboxes at throwaway.example, written until" in page
    assert "stand in the public count 1" in page
    assert "not confirmed, in no count 1" in page
    assert "was paid to say" in page
    assert "Take 2 letters out" in page
    assert [each for each in ("Sam Support", "b@throwaway") if each in page] == []
    assert not TakeOut.objects.exists()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"domain": "nowhere.example"}, "No letter is like that."),
        ({}, "Say which letters are meant: fill in at least one of these."),
    ],
)
def test_a_rule_that_means_none_or_all(
    scene: Scene, petra_at_desk: Client, query: dict[str, str], said: str
) -> None:
    page = shown(petra_at_desk, scene, look=1, **query)
    assert said in page
    assert "The public reads this beside the number" not in page


def test_a_time_that_is_none_is_said_at_its_field(scene: Scene, petra_at_desk: Client) -> None:
    answer = petra_at_desk.get(address(scene), {"look": 1, "since": "yesterday", "domain": "a.example"})
    assert answer.status_code == 422
    assert "field-wrong" in answer.content.decode()
    assert 'value="a.example"' in answer.content.decode()


def test_the_same_text_is_a_rule_too(scene: Scene, petra_at_desk: Client) -> None:
    page = petra_at_desk.get(address(scene), {"look": 1, "words": "was paid"}).content.decode()
    like = re.findall(r"like=(\d+)", page)[0]
    assert "2 letters with one and the same text" in shown(petra_at_desk, scene, look=1, like=like)


def test_taken_out_and_put_back(scene: Scene, petra_at_desk: Client) -> None:
    page = press(petra_at_desk, scene, domain="throwaway.example")
    assert "They are being taken out" in page
    assert "being taken out" in page
    made = TakeOut.objects.get()
    carry_out({"take_out": made.pk})
    page = shown(petra_at_desk, scene)
    assert "1 letter and 1 that nobody had confirmed Petra" in page
    assert REASON in page
    assert "from mailboxes at throwaway.example, written until" in page
    to = address(scene, "letters_put_back", pk=made.pk)
    assert "Say why" in words(petra_at_desk.post(to, {"why": "no"}).content.decode())
    done = petra_at_desk.post(to, {"why": "they wrote to us, and are real"}, follow=True)
    assert "They are being put back where they were" in words(done.content.decode())
    assert "put back" in shown(petra_at_desk, scene)


def test_without_a_reason_the_form_comes_back_as_it_was(scene: Scene, petra_at_desk: Client) -> None:
    page = press(petra_at_desk, scene, "forged", domain="throwaway.example")
    assert "Say why, in a sentence" in page
    assert "2 letters from mailboxes at throwaway.example" in page
    assert not TakeOut.objects.exists()


def test_letters_that_came_after_the_look_stay(scene: Scene, petra_at_desk: Client) -> None:
    page = petra_at_desk.get(address(scene), {"look": 1, "domain": "throwaway.example"}).content.decode()
    late = letter(scene, "late@throwaway.example")
    petra_at_desk.post(address(scene, "letters_take_out"), {**hidden(page), "reason": REASON})
    carry_out({"take_out": TakeOut.objects.get().pk})
    late.refresh_from_db()
    assert late.state == DeliveryState.QUEUED
    assert Delivery.objects.filter(state=DeliveryState.TAKEN_OUT).count() == 2


def test_where_two_decide_the_second_reads_what_would_go(
    scene: Scene, ada: Member, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    set_house_rules(True, False, ada)
    assert "Ask a second person to take them out" in shown(
        petra_at_desk, scene, look=1, domain="throwaway.example"
    )
    assert "Waiting for a second person" in press(petra_at_desk, scene, domain="throwaway.example")
    home = ada_at_desk.get("/desk/").content.decode()
    [to] = set(re.findall(r"/desk/second-person/\d+/", home))
    read = ada_at_desk.get(to)
    assert "2 letters" in words(read.content.decode())
    assert REASON in words(read.content.decode())
    ada_at_desk.post(to, {"agree": "", "fingerprint": read.context["fingerprint"]})
    page = petra_at_desk.get(address(scene)).content.decode()
    assert "Ada agreed." in words(page)
    petra_at_desk.post(address(scene, "letters_take_out"), {**hidden(page), "reason": REASON})
    carry_out({"take_out": TakeOut.objects.get().pk})
    assert Delivery.objects.filter(state=DeliveryState.TAKEN_OUT).count() == 2
    assert "Ada agreed." not in shown(petra_at_desk, scene)


def test_the_public_page_says_what_was_taken_out(scene: Scene, client: Client) -> None:
    made = out(scene, rule(domain="throwaway.example"))
    page = words(client.get(f"/a/{scene.action.slug}").content.decode())
    day = timezone.localdate()
    assert f"1 letter was taken out of these numbers on {day.day} {day:%B %Y}: {REASON}" in page
    assert made.counted == 1


def test_a_reviewer_takes_nothing_out(scene: Scene, rustam_at_desk: Client) -> None:
    form = {"domain": "throwaway.example", "reason": REASON}
    assert rustam_at_desk.post(address(scene, "letters_take_out"), form).status_code == 403
    assert not TakeOut.objects.exists()
