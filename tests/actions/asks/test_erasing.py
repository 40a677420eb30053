"""What was told us for an action goes 90 days after it ended; what was shown stays, without its name."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests import cast
from tests.delivery.scene import Scene, copied, open_action
from tocsin.actions.asks.erasing import erase
from tocsin.actions.models import Action, ActionState, MessageState
from tocsin.cases.models import ToldCall
from tocsin.cases.told_calls.decide import leave_out_calls, take_calls
from tocsin.cases.told_calls.tell import add_said, tell_call
from tocsin.directory.add_contact import add_contact
from tocsin.directory.models import Channel, ContactPoint
from tocsin.jobs.models import Job

KEPT = timedelta(days=90)


@pytest.fixture
def scene(db: None) -> Scene:
    return open_action()


@pytest.fixture
def number(scene: Scene) -> ContactPoint:
    prison = copied(scene, "Remand prison, Aktau", role="target", kind="prison").office
    return add_contact(prison, Channel.PHONE, "+77292500101", "its site", "2026-11", cast.member("Petra"))


def told(scene: Scene, number: ContactPoint) -> ToldCall:
    call = tell_call(scene.action.case, number, "answered", uuid4())
    assert call is not None
    add_said(call, "She is held here")
    return call


def ended(action: Action, days: int) -> None:
    at = timezone.now() - timedelta(days=days)
    Action.objects.filter(pk=action.pk).update(state=ActionState.CLOSED, closed_at=at)
    ToldCall.objects.update(told_at=at - timedelta(days=1))


def sent(action: Action) -> None:
    for state in MessageState:
        action.messages.create(text=state, first_name="Anna", country="NO", language="en", state=state)


def kept(action: Action) -> list[tuple[str, str]]:
    return list(action.messages.values_list("state", "first_name"))


def test_messages_that_were_not_shown_go_and_so_do_names(scene: Scene) -> None:
    sent(scene.action)
    ended(scene.action, 89)
    erase({})
    assert len(kept(scene.action)) == len(MessageState)
    ended(scene.action, 90)
    Job.objects.all().delete()
    for _again in range(2):
        erase({})
    assert kept(scene.action) == [("shown", "")]
    [page] = Job.objects.filter(kind="pages.render")
    assert page.payload == {"action": scene.action.pk}


def test_a_withdrawn_action_is_over_and_an_open_one_is_not(scene: Scene) -> None:
    sent(scene.action)
    erase({})
    assert len(kept(scene.action)) == len(MessageState)
    Action.objects.update(state=ActionState.WITHDRAWN, withdrawn_at=timezone.now() - KEPT)
    erase({})
    assert kept(scene.action) == [("shown", "")]


DECISIONS: list[Callable[[ToldCall], object]] = [
    lambda call: take_calls(call.case, [call.pk], cast.member("Rustam")),
    lambda call: leave_out_calls(call.case, [call.pk], cast.member("Rustam")),
]


@pytest.mark.parametrize("decide", DECISIONS, ids=["taken", "left out"])
def test_words_of_a_call_go_once_somebody_has_decided(
    scene: Scene, number: ContactPoint, decide: Callable[[ToldCall], object]
) -> None:
    call = told(scene, number)
    decide(call)
    call.refresh_from_db()
    assert call.said == ""


def test_words_that_were_kept_before_go_with_the_next_erasing(scene: Scene, number: ContactPoint) -> None:
    call = told(scene, number)
    take_calls(call.case, [call.pk], cast.member("Rustam"))
    ToldCall.objects.update(said="She is held here")
    waits = told(scene, number)
    erase({})
    call.refresh_from_db()
    waits.refresh_from_db()
    assert (call.said, waits.said) == ("", "She is held here")


def test_calls_that_nobody_took_go_with_the_action(scene: Scene, number: ContactPoint) -> None:
    taken, left_out, _waiting = (told(scene, number) for _call in range(3))
    take_calls(taken.case, [taken.pk], cast.member("Rustam"))
    leave_out_calls(taken.case, [left_out.pk], cast.member("Rustam"))
    ended(scene.action, 89)
    erase({})
    assert ToldCall.objects.count() == 3
    ended(scene.action, 90)
    erase({})
    assert [call.pk for call in ToldCall.objects.all()] == [taken.pk]


def test_a_call_told_after_the_action_ended_is_another_actions(scene: Scene, number: ContactPoint) -> None:
    ended(scene.action, 400)
    waits = told(scene, number)
    erase({})
    assert ToldCall.objects.get() == waits
