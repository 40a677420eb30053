"""A press on the button queues the letter once; one address has one voice a target."""

import pytest
from tests.delivery.counted import counts

from tocsin.actions.models import Action, ActionState
from tocsin.delivery.confirm import Answer, confirm
from tocsin.delivery.counts import Counts
from tocsin.delivery.models import Delivery, DeliveryChange, DeliveryState
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.supporters.models import Supporter

from .scene import BODY, Scene, sam

pytestmark = pytest.mark.django_db


def taken(scene: Scene, **written: object) -> str:
    """The token in the link that the supporter gets."""
    take_letter(scene.action.pk, sam(), scene.written(**written))
    return confirmation_token(Delivery.objects.order_by("-pk")[0].public_id)


def answer(token: str) -> Answer:
    given = confirm(token)
    assert given is not None
    return given[0]


def test_confirmed_once_it_waits_to_be_sent_once(scene: Scene) -> None:
    token = taken(scene)
    assert [answer(token), answer(token)] == [Answer.CONFIRMED, Answer.ALREADY_CONFIRMED]
    assert Delivery.objects.get().state == DeliveryState.QUEUED
    steps = [(change.was, change.became) for change in DeliveryChange.objects.all()]
    assert steps == [("unconfirmed", "confirmed"), ("confirmed", "queued")]
    assert counts(scene.action) == Counts(handed_over=0, confirmed=1, accepted=0)


def test_one_address_one_letter_to_a_target(scene: Scene) -> None:
    mine, strangers = taken(scene), taken(scene, body="Something that Sam would never write")
    assert answer(mine) == Answer.CONFIRMED
    assert answer(strangers) == Answer.WRITTEN_BEFORE
    assert confirm(strangers) is None
    assert Delivery.objects.get().letter.body == BODY
    assert Supporter.objects.count() == 1


def test_the_same_person_may_write_to_another_target(scene: Scene) -> None:
    first, second = taken(scene), taken(scene, target=scene.ministry)
    assert [answer(first), answer(second)] == [Answer.CONFIRMED, Answer.CONFIRMED]
    supporter = Supporter.objects.get()
    assert [d.letter.supporter for d in Delivery.objects.all()] == [supporter, supporter]


@pytest.mark.parametrize("state", [ActionState.CLOSED, ActionState.WITHDRAWN, ActionState.DRAFT])
def test_a_letter_to_an_action_that_ended_is_not_taken(scene: Scene, state: str) -> None:
    token = taken(scene)
    Action.objects.update(state=state)
    assert answer(token) == Answer.CLOSED
    assert Delivery.objects.get().state == DeliveryState.UNCONFIRMED
