"""A mail to confirm a letter is written again: once of ourselves, at most once more when she asks, and then the letter goes."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tocsin.actions.models import ActionState
from tocsin.delivery.ask_again import AGAIN_AFTER, REMINDED_AFTER, remind, resend
from tocsin.delivery.confirm import confirm
from tocsin.delivery.models import Delivery
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.supporters.models import Supporter

from .scene import Scene, mails, sam

pytestmark = pytest.mark.django_db
SAM = sam().email


@pytest.fixture
def taken(scene: Scene) -> datetime:
    """When the letter was taken."""
    now = timezone.now()
    take_letter(scene.action.pk, sam(), scene.written(), now)
    mails()
    return now


def test_after_a_day_she_is_reminded_once_with_the_same_link(taken: datetime) -> None:
    assert remind(str, taken + REMINDED_AFTER - timedelta(minutes=1)) == 0
    assert [remind(str, taken + REMINDED_AFTER + timedelta(hours=n)) for n in range(3)] == [1, 0, 0]
    first, reminder = mails()
    token = confirmation_token(Delivery.objects.get().public_id)
    assert token in first["text"]
    assert token in reminder["text"]
    assert "still waits for your word" in reminder["text"]
    assert "still waits for your word" not in first["text"]


def test_nobody_is_reminded_who_confirmed_or_whose_action_ended(scene: Scene, taken: datetime) -> None:
    take_letter(scene.action.pk, sam("kim@supporters.example"), scene.written(), taken)
    confirm(confirmation_token(Delivery.objects.get(letter__supporter__email=SAM).public_id), taken)
    scene.action.state = ActionState.CLOSED
    scene.action.save()
    assert remind(str, taken + REMINDED_AFTER) == 0


def test_nobody_is_reminded_of_a_link_that_has_died(taken: datetime) -> None:
    assert remind(str, taken + timedelta(hours=72)) == 0


def test_asked_for_again_it_comes_again_but_no_mailbox_is_filled(scene: Scene, taken: datetime) -> None:
    resend(scene.action, SAM, str, taken + timedelta(minutes=9))
    assert len(mails()) == 1
    for n in range(1, 10):
        resend(scene.action, " Sam+x@" + SAM.partition("@")[2].upper(), str, taken + n * AGAIN_AFTER)
    assert len(mails()) == 3
    assert {mail["to"] for mail in mails()} == {SAM}


def test_asked_for_again_by_a_stranger_or_for_another_action_nothing_comes(
    scene: Scene, taken: datetime
) -> None:
    resend(scene.action, "kim@supporters.example", str, taken + AGAIN_AFTER)
    assert len(mails()) == 1
    assert Supporter.objects.get().asked_times == 1


def test_only_the_newest_letter_is_written_about(scene: Scene, taken: datetime) -> None:
    take_letter(scene.action.pk, sam(), scene.written(scene.ministry), taken)
    mails()
    resend(scene.action, SAM, str, taken + AGAIN_AFTER)
    assert "Ministry of Justice" in mails()[-1]["subject"]
    assert len(mails()) == 3
