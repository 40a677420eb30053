"""Who is forgotten, and that the counts stay: with a moved clock."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.delivery.counted import counts

from tocsin.actions.models import Action, ActionState
from tocsin.delivery.confirm import confirm
from tocsin.delivery.counts import Counts
from tocsin.delivery.erase import erase_closed_actions, erase_unconfirmed_letters
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.supporters.models import Supporter

from .scene import Scene, sam

pytestmark = pytest.mark.django_db


def taken(scene: Scene) -> str:
    take_letter(scene.action.pk, sam(), scene.written())
    return confirmation_token(Delivery.objects.get().public_id)


def test_an_unconfirmed_letter_goes_after_72_hours_with_all_that_came_with_it(scene: Scene) -> None:
    taken(scene)
    now = timezone.now()
    assert erase_unconfirmed_letters(now + timedelta(hours=71)) == 0
    assert erase_unconfirmed_letters(now + timedelta(hours=73)) == 1
    assert [model.objects.count() for model in (Supporter, Letter, Delivery)] == [0, 0, 0]


def test_a_confirmed_one_stays_while_the_action_is_open(scene: Scene) -> None:
    confirm(taken(scene))
    later = timezone.now() + timedelta(days=400)
    assert [erase_unconfirmed_letters(later), erase_closed_actions(later)] == [0, 0]
    assert Letter.objects.count() == 1


@pytest.mark.parametrize("ended", ["closed", "withdrawn"])
def test_ninety_days_after_the_end_the_person_goes_and_the_count_stays(scene: Scene, ended: str) -> None:
    confirm(taken(scene))
    Delivery.objects.update(state=DeliveryState.ACCEPTED, error="451 sam@supporters.example greylisted")
    now = timezone.now()
    Action.objects.update(state=ActionState(ended), **{f"{ended}_at": now})
    assert erase_closed_actions(now + timedelta(days=89)) == 0
    assert erase_closed_actions(now + timedelta(days=90)) == 1
    assert [Supporter.objects.count(), Letter.objects.count()] == [0, 0]
    assert counts(scene.action) == Counts(handed_over=0, confirmed=1, accepted=1)
    assert Delivery.objects.get().error == ""
