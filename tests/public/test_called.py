"""'What happened?': a supporter calls her office and says in one tap what came of it, in a second what was said."""

import html
import re

import pytest
from django.http import HttpResponse
from django.test import Client
from tests import cast
from tests.cases.relay.test_relay import CANARY
from tests.delivery.counted import counts
from tests.delivery.scene import Scene

from tocsin.cases.freeze import freeze
from tocsin.cases.models import Claim, Inquiry, PersonAtRisk, ToldCall
from tocsin.delivery.take_letter import To
from tocsin.directory.models import Channel, ContactPoint
from tocsin.public.against_abuse.stamp import Where
from tocsin.supporters.rate_keys import rate_keys

from .stamped import stamp
from .test_write import letter, post, words

pytestmark = pytest.mark.django_db
CALLED = "/a/strike-in-aktau/called"
DESK = "/desk/cases/strike-in-aktau/inquiries"


@pytest.fixture
def number(scene: Scene) -> ContactPoint:
    """London's, confirmed."""
    point = scene.london.office.contact_points.get(channel=Channel.PHONE)
    point.confirmed_at, point.confirmed_by = scene.action.published_at, cast.member("Petra")
    point.save()
    return point


def form_of(page: HttpResponse) -> dict[str, str]:
    """What the page's own form would send, without any button."""
    shown = html.unescape(page.content.decode())
    form = re.search(rf'<form[^>]*action="{CALLED}".*?</form>', shown, re.DOTALL)
    assert form
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form[0]))


def tell(olga: Client, scene: Scene, outcome: str, **changed: str) -> HttpResponse:
    """As somebody does who has called, a minute after she opened the page."""
    sent = form_of(post(olga, "ways", letter(scene.london)))
    sent |= {"stamp": stamp(where=Where(scene.action.pk, "", To(0, 0))), "outcome": outcome} | changed
    return olga.post(CALLED, sent)


def test_two_taps_tell_the_call_and_nothing_is_shown_or_counted_as_an_inquiry(
    scene: Scene, olga: Client, number: ContactPoint
) -> None:
    shown = words(post(olga, "ways", letter(scene.london)))
    assert f"Call {number.value}" in shown
    assert "What happened? Answered Refused to say Hung up Nobody answered" in shown
    after = tell(olga, scene, "refused").headers["Location"]
    thanks = olga.get(after)
    assert "Stored: refused to say. A person of ours looks at it before it counts." in words(thanks)
    added = olga.post(CALLED, form_of(thanks) | {"said": f"They know nothing of {CANARY}"})
    assert "What did they say?" not in words(olga.get(added.headers["Location"]))
    [call] = ToldCall.objects.all()
    assert (call.outcome, call.said, call.point) == ("refused", f"They know nothing of {CANARY}", number)
    assert Inquiry.objects.count() == 0
    assert counts(scene.action).handed_over == 1


def test_a_second_press_of_the_same_page_stores_nothing(
    scene: Scene, olga: Client, number: ContactPoint
) -> None:
    sent = form_of(post(olga, "ways", letter(scene.london)))
    sent |= {"stamp": stamp(where=Where(scene.action.pk, "", To(0, 0))), "outcome": "answered"}
    assert [olga.post(CALLED, sent).status_code for _ in range(2)] == [302, 302]
    assert ToldCall.objects.count() == 1
    assert counts(scene.action).handed_over == 1


def test_where_nobody_was_reached_no_call_is_counted_and_no_words_are_asked(
    scene: Scene, olga: Client, number: ContactPoint
) -> None:
    thanks = words(olga.get(tell(olga, scene, "wrong_number").headers["Location"]))
    assert "Somebody of ours will check the number." in thanks
    assert "What did they say?" not in thanks
    assert counts(scene.action).handed_over == 0
    number.refresh_from_db()
    assert number.dead_reported_at is None


def test_who_is_too_quick_presses_once_more(scene: Scene, olga: Client, number: ContactPoint) -> None:
    sent = form_of(post(olga, "ways", letter(scene.london))) | {"outcome": "answered"}
    once_more = olga.post(CALLED, sent)
    assert once_more.status_code == 422
    assert "If you are a person, press once more." in words(once_more)
    again = form_of(once_more)
    assert {name: again[name] for name in ("token", "to", "point", "stamp")} == {
        name: sent[name] for name in ("token", "to", "point", "stamp")
    }
    assert ToldCall.objects.count() == 0


def test_a_flood_without_a_browser_is_let_in_up_to_a_limit(
    scene: Scene, olga: Client, number: ContactPoint
) -> None:
    for _ in range(60):
        rate_keys.count("unsolved", str(scene.action.pk))
    answer = tell(olga, scene, "answered")
    assert (answer.status_code, ToldCall.objects.count()) == (422, 0)
    assert "Please try again in an hour." in words(answer)


@pytest.mark.parametrize(
    "changed", [{"token": "made up"}, {"to": "0"}, {"point": "0"}, {"outcome": "waiting"}, {"outcome": "<b>"}]
)
def test_what_no_page_of_ours_sends_leads_back_to_the_start(
    scene: Scene, olga: Client, number: ContactPoint, changed: dict[str, str]
) -> None:
    assert tell(olga, scene, **{"outcome": "answered", **changed}).headers["Location"] == "/a/strike-in-aktau"
    assert ToldCall.objects.count() == 0


def test_a_number_that_nobody_confirmed_takes_no_calls(
    scene: Scene, olga: Client, number: ContactPoint
) -> None:
    sent = form_of(post(olga, "ways", letter(scene.london)))
    ContactPoint.objects.filter(pk=number.pk).update(confirmed_at=None)
    sent |= {"stamp": stamp(where=Where(scene.action.pk, "", To(0, 0))), "outcome": "answered"}
    olga.post(CALLED, sent)
    assert ToldCall.objects.count() == 0


def test_of_a_frozen_case_nothing_is_taken(scene: Scene, olga: Client, number: ContactPoint) -> None:
    sent = form_of(post(olga, "ways", letter(scene.london))) | {"outcome": "answered"}
    freeze(scene.action.case, None)
    assert olga.post(CALLED, sent).headers["Location"] == "/a/strike-in-aktau"
    assert ToldCall.objects.count() == 0


def test_the_coordinator_takes_it_into_the_log_and_no_public_page_tells_it(
    scene: Scene, olga: Client, number: ContactPoint
) -> None:
    person = PersonAtRisk.objects.create(case=scene.action.case, kind="person")
    Claim.objects.create(subject=person, predicate="name", value=CANARY, state="accepted")
    after = tell(olga, scene, "refused").headers["Location"]
    olga.post(CALLED, form_of(olga.get(after)) | {"said": f"They know nothing of {CANARY}"})
    tell(olga, scene, "wrong_number")
    desk = cast.desk_client("Rustam")
    seen = words(desk.get(DESK))
    assert "What supporters tell of their calls" in seen
    assert f"1 person says that {number.value} does not work" in seen
    calls = list(ToldCall.objects.values_list("pk", flat=True))
    done = desk.post(f"{DESK}/told-calls", {"call": calls, "decision": "take"}, follow=True)
    assert "2 calls decided." in words(done)
    assert "What supporters tell of their calls" not in words(done)
    assert sorted(Inquiry.objects.values_list("outcome", flat=True)) == ["refused", "wrong_number"]
    number.refresh_from_db()
    assert number.state == "reported_dead"
    for page in ("/a/strike-in-aktau", "/c/strike-in-aktau", "/c/strike-in-aktau/chronicle"):
        assert CANARY not in olga.get(page).content.decode()


def test_without_a_tick_nothing_is_decided(scene: Scene, olga: Client, number: ContactPoint) -> None:
    tell(olga, scene, "answered")
    answer = cast.desk_client("Rustam").post(f"{DESK}/told-calls", {"decision": "take"}, follow=True)
    assert "Tick at least one call" in words(answer)
    assert ToldCall.objects.get().state == "waiting"
