"""A letter is taken, and one mail goes out that asks for confirmation."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tocsin.delivery.confirm import confirm, find_asked
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.delivery.take_letter import ASK, take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.jobs.models import Job
from tocsin.supporters.models import Supporter

from .scene import BODY, Scene, mails, sam

pytestmark = pytest.mark.django_db


def test_nothing_is_sent_before_it_is_confirmed(scene: Scene) -> None:
    take_letter(scene.action.pk, sam(), scene.written())
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.target, delivery.letter.body) == (
        DeliveryState.UNCONFIRMED,
        scene.london,
        BODY,
    )
    assert (delivery.not_before, delivery.due_at) == (None, None)


def test_the_mail_holds_the_link_and_no_word_of_whoever_wrote(scene: Scene) -> None:
    take_letter(scene.action.pk, sam(name="Buy now"), scene.written(body="Visit spam.example"))
    [mail] = mails()
    token = confirmation_token(Delivery.objects.get().public_id)
    assert mail["to"] == sam().email
    assert f"http://127.0.0.1:8000/confirm/{token}" in mail["text"]
    assert "Embassy of Kazakhstan in London" in mail["text"]
    assert "Buy now" not in str(mail)
    assert "spam.example" not in str(mail)


def test_a_mailbox_cannot_be_filled_through_us(scene: Scene) -> None:
    for _ in range(10):
        take_letter(scene.action.pk, sam(), scene.written())
    assert len(mails()) == 3
    assert Supporter.objects.count() == Letter.objects.count() == Delivery.objects.count() == 3


def test_a_link_dies_after_72_hours(scene: Scene) -> None:
    take_letter(scene.action.pk, sam(), scene.written())
    token = confirmation_token(Delivery.objects.get().public_id)
    now = timezone.now()
    assert find_asked(token, now + timedelta(hours=71)) is not None
    assert find_asked(token, now + timedelta(hours=73)) is None


@pytest.mark.parametrize("token", ["", "x", "0" * 32, "0" * 32 + ":sig", "a:b:c", "é"])
def test_a_made_up_link_is_nobodys(scene: Scene, token: str) -> None:
    assert find_asked(token) is None


def test_who_has_written_to_the_office_is_told_so_by_mail_once_a_day_and_nothing_is_kept(
    scene: Scene,
) -> None:
    take_letter(scene.action.pk, sam(), scene.written())
    confirm(confirmation_token(Delivery.objects.get().public_id))
    for _ in range(3):
        take_letter(scene.action.pk, sam(name="Buy now"), scene.written(body="Visit spam.example"))
    assert (Supporter.objects.count(), Delivery.objects.count()) == (1, 1)
    [told] = mails()  # of the letter that was confirmed none is asked about any more
    assert told["subject"] == "You have written already to: Embassy of Kazakhstan in London"
    assert "that letter counts" in told["text"]
    assert "spam.example" not in str(told)
    assert "Buy now" not in str(told)


def test_the_mail_waits_where_it_must(scene: Scene) -> None:
    later = timezone.now() + timedelta(hours=1)
    take_letter(scene.action.pk, sam(), scene.written(), mail_after=later)
    assert Job.objects.get(kind=ASK).run_after == later
    assert mails() == []
