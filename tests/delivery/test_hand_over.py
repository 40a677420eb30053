"""'I have sent it' counts once a page, for an open action, and only with a token of ours."""

import pytest
from tests.delivery.counted import counts

from tocsin.actions.models import Action, ActionState
from tocsin.delivery.hand_over import hand_over
from tocsin.delivery.models import HandoverChannel
from tocsin.delivery.tokens import handover_token

from .scene import Scene

pytestmark = pytest.mark.django_db


def test_a_double_press_counts_once(scene: Scene) -> None:
    token = handover_token()
    pressed = [hand_over(scene.action, scene.london, HandoverChannel.MAILTO, token) for _ in range(3)]
    assert (pressed, counts(scene.action).handed_over) == ([True] * 3, 1)


def test_another_page_counts_again(scene: Scene) -> None:
    for _ in range(2):
        hand_over(scene.action, None, HandoverChannel.PRINT, handover_token())
    assert counts(scene.action).handed_over == 2


def test_a_made_up_token_counts_nothing(scene: Scene) -> None:
    assert not hand_over(scene.action, None, HandoverChannel.PRINT, "0" * 32)
    assert counts(scene.action).handed_over == 0


def test_a_closed_action_counts_no_more(scene: Scene) -> None:
    Action.objects.update(state=ActionState.CLOSED)
    scene.action.refresh_from_db()
    assert not hand_over(scene.action, None, HandoverChannel.PRINT, handover_token())
