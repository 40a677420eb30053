"""Copies of a letter: confirmed by the same press, sent apart, and never counted."""

import pytest
from django.utils import timezone
from tests.delivery.counted import counts
from tests.post.text_of import text_of

from tocsin.actions.copies import copies_for
from tocsin.actions.models import Target
from tocsin.delivery.confirm import Answer, confirm
from tocsin.delivery.counts import Counts
from tocsin.delivery.erase import erase_unconfirmed_letters
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.delivery.take_letter import To, Written, take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.directory.models import ContactPoint
from tocsin.supporters.models import Supporter
from tocsin.supporters.take_part import WAIT

from .leaving import attempt, pump_until_idle
from .mail_server import mail_server
from .scene import BODY, SUBJECT, Scene, copied, mails, sam

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(scene: Scene) -> Scene:
    """Two offices get copies of every letter."""
    copied(scene, "Foreign Ministry", "foreign@ministry.example")
    copied(scene, "Labour Office in Geneva", "labour@office.example", of_country="", in_country="CH")
    return scene


def written(scene: Scene, to: Target | None = None) -> Written:
    target = to or scene.london
    copies = tuple(To(copy.target.pk, copy.email.pk) for copy in copies_for(scene.action, "NO"))
    return Written(scene.to(target), "en", SUBJECT, BODY, copies)


def taken(scene: Scene, to: Target | None = None) -> str:
    """The token in the link that the supporter gets."""
    take_letter(scene.action.pk, sam(), written(scene, to))
    return confirmation_token(Delivery.objects.filter(is_copy=False).order_by("-pk")[0].public_id)


def answer(token: str) -> Answer:
    given = confirm(token)
    assert given is not None
    return given[0]


def rows() -> list[tuple[str, bool, str]]:
    found = Delivery.objects.order_by("is_copy", "target__position", "pk")
    return [(d.contact_point.value, d.is_copy, d.state) for d in found]


def test_each_copy_is_a_row_of_the_same_letter_and_waits_with_it(scene: Scene) -> None:
    taken(scene)
    waits = DeliveryState.UNCONFIRMED
    assert rows() == [
        ("london@embassy.example", False, waits),
        ("foreign@ministry.example", True, waits),
        ("labour@office.example", True, waits),
    ]
    assert {d.letter for d in Delivery.objects.all()} == {Letter.objects.get()}


def test_the_mail_that_asks_says_who_gets_a_copy(scene: Scene) -> None:
    taken(scene)
    [mail] = mails()
    lines = mail["text"].splitlines()
    assert [line for line in lines if line.startswith(("To:", "Copy to:"))] == [
        "To: Embassy of Kazakhstan in London",
        "Copy to: Foreign Ministry",
        "Copy to: Labour Office in Geneva",
    ]


def test_one_press_sends_the_letter_and_its_copies_and_counts_one(scene: Scene) -> None:
    with mail_server() as postbox:
        token = taken(scene)
        assert [answer(token), answer(token)] == [Answer.CONFIRMED, Answer.ALREADY_CONFIRMED]
        for delivery in Delivery.objects.order_by("is_copy", "pk"):
            attempt(delivery)
    assert counts(scene.action) == Counts(handed_over=0, confirmed=1, accepted=1)
    letters = [(mail["To"], mail["Subject"], text_of(mail).splitlines()[0]) for mail in postbox.letters]
    copy_of = "Copy of a letter to: Embassy of Kazakhstan in London"
    assert letters == [
        ("london@embassy.example", SUBJECT, "Your Excellency,"),
        ("foreign@ministry.example", SUBJECT, copy_of),
        ("labour@office.example", SUBJECT, copy_of),
    ]
    assert len({mail["Message-ID"] for mail in postbox.letters}) == 3


def test_taken_in_one_batch_only_the_copies_bear_the_heading(scene: Scene) -> None:
    with mail_server() as postbox:
        confirm(taken(scene))
        Delivery.objects.update(not_before=None, due_at=timezone.now())
        pump_until_idle()
    first = {mail["To"]: text_of(mail).splitlines()[0] for mail in postbox.letters}
    copy_of = "Copy of a letter to: Embassy of Kazakhstan in London"
    assert first == {
        "london@embassy.example": "Your Excellency,",
        "foreign@ministry.example": copy_of,
        "labour@office.example": copy_of,
    }


def test_under_its_heading_a_copy_is_the_letter(scene: Scene) -> None:
    with mail_server() as postbox:
        confirm(taken(scene))
        copy = Delivery.objects.get(contact_point__value="foreign@ministry.example")
        attempt(copy)
    [mail] = postbox.letters
    assert text_of(mail).replace("\r\n", "\n").rstrip() == (
        f"Copy of a letter to: Embassy of Kazakhstan in London\n\n{BODY}\n\nSam Support\nNorway"
    )


def test_a_copy_that_fails_leaves_the_letter_and_the_counts_alone(scene: Scene) -> None:
    with mail_server("550 no such office"):
        confirm(taken(scene))
        copy = Delivery.objects.get(contact_point__value="labour@office.example")
        attempt(copy)
    assert counts(scene.action) == Counts(handed_over=0, confirmed=1, accepted=0)
    assert [state for _, is_copy, state in rows() if not is_copy] == [DeliveryState.QUEUED]


def test_an_office_gets_no_second_copy_from_one_person(scene: Scene) -> None:
    first, second = taken(scene), taken(scene, scene.ministry)
    assert [answer(first), answer(second)] == [Answer.CONFIRMED, Answer.CONFIRMED]
    assert [address for address, _, _ in rows()] == [
        "london@embassy.example",
        "ministry@justice.example",
        "foreign@ministry.example",
        "labour@office.example",
    ]
    assert counts(scene.action).confirmed == 2


def test_who_got_a_copy_may_still_be_written_to(scene: Scene) -> None:
    confirm(taken(scene))
    ministry = ContactPoint.objects.get(value="foreign@ministry.example")
    target = Target.objects.get(office=ministry.office)
    take_letter(scene.action.pk, sam(), Written(To(target.pk, ministry.pk), "en", SUBJECT, BODY))
    token = confirmation_token(Delivery.objects.latest("pk").public_id)
    assert answer(token) == Answer.CONFIRMED
    assert counts(scene.action).confirmed == 2


def test_a_letter_written_twice_goes_with_its_copies(scene: Scene) -> None:
    first, second = taken(scene), taken(scene)
    assert [answer(first), answer(second)] == [Answer.CONFIRMED, Answer.WRITTEN_BEFORE]
    assert (Letter.objects.count(), Delivery.objects.count()) == (1, 3)


def test_unconfirmed_copies_go_with_their_letter(scene: Scene) -> None:
    taken(scene)
    erase_unconfirmed_letters(timezone.now() + WAIT)
    assert [model.objects.count() for model in (Supporter, Letter, Delivery)] == [0, 0, 0]
