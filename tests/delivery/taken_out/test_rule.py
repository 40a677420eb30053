"""Which letters a rule means, and what a person sees of them before she takes them out."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.delivery.scene import BODY, Scene, copied, open_action, sam

from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.delivery.take_letter import Written, take_letter
from tocsin.delivery.taken_out.look import SAMPLE, look
from tocsin.delivery.taken_out.rule import CONFIRMED, UNCONFIRMED, Rule, meant, rule_of

from .crowd import aged, letter, rule

pytestmark = pytest.mark.django_db
FORGED = "Dear office, I have read nothing of this and was paid to say so."


@pytest.fixture
def crowd(scene: Scene) -> list[Delivery]:
    """Anna, Berit and Carla write; Berit and Carla from one domain, Carla a text of her own, and Dora waits."""
    anna = letter(scene, "anna@union.example")
    berit = letter(scene, "berit@throwaway.example")
    carla = letter(scene, "carla@throwaway.example", FORGED)
    dora = letter(scene, "dora@union.example", is_confirmed=False)
    aged(anna, 5), aged(berit, 3)
    return [anna, berit, carla, dora]


@pytest.mark.parametrize(
    ("parts", "who"),
    [
        ({"domain": "throwaway.example"}, [1, 2]),
        ({"domain": "Throwaway.example"}, [1, 2]),
        ({"domain": "away.example"}, []),
        ({"words": "was paid"}, [2]),
        ({"who": CONFIRMED}, [0, 1, 2]),
        ({"who": UNCONFIRMED}, [3]),
        ({"domain": "union.example", "who": UNCONFIRMED}, [3]),
        ({}, [0, 1, 2, 3]),
    ],
)
def test_all_that_is_given_must_hold(
    scene: Scene, crowd: list[Delivery], parts: dict[str, object], who: list[int]
) -> None:
    assert list(meant(scene.action, rule(**parts)).order_by("pk")) == [crowd[n] for n in who]


def test_a_window_of_time(scene: Scene, crowd: list[Delivery]) -> None:
    now = timezone.now()
    four, two = now - timedelta(hours=4), now - timedelta(hours=2)
    assert list(meant(scene.action, Rule(until=two, since=four))) == [crowd[1]]
    assert list(meant(scene.action, Rule(until=four))) == [crowd[0]]


def test_the_very_same_text(scene: Scene, crowd: list[Delivery]) -> None:
    again = letter(scene, "eva@elsewhere.example", FORGED)
    key = Letter.objects.get(deliveries=crowd[2]).pk
    assert list(meant(scene.action, rule(like=key)).order_by("pk")) == [crowd[2], again]


def test_of_one_mailbox_in_many_spellings_the_confirmed_letter_stays(scene: Scene) -> None:
    stranger = letter(scene, "kim+1@gmail.com", is_confirmed=False)
    hers = letter(scene, "kim@gmail.com")
    letter(scene, "lee@gmail.com", is_confirmed=False)
    assert list(meant(scene.action, rule(only_repeats=True))) == [stranger]
    assert hers.pk > stranger.pk


def test_unconfirmed_ones_of_one_mailbox_repeat_the_first(scene: Scene) -> None:
    first, second, third = (letter(scene, f"kim+{n}@gmail.com", is_confirmed=False) for n in range(3))
    assert list(meant(scene.action, rule(only_repeats=True)).order_by("pk")) == [second, third]
    assert first.state == DeliveryState.UNCONFIRMED


def test_other_actions_and_what_is_erased_are_beyond_it(scene: Scene, crowd: list[Delivery]) -> None:
    other = open_action("strike-in-almaty")
    letter(other, "berit@throwaway.example")
    Letter.objects.filter(deliveries=crowd[1]).delete()
    assert list(meant(scene.action, rule(domain="throwaway.example"))) == [crowd[2]]


def test_a_rule_is_kept_as_plain_data() -> None:
    given = rule(domain="throwaway.example", since=timezone.now(), like=7)
    assert rule_of(given.plain()) == given
    assert [each.says_something for each in (rule(), given)] == [False, True]


def test_what_a_person_sees_before_she_decides(scene: Scene, crowd: list[Delivery]) -> None:
    Delivery.objects.filter(pk=crowd[1].pk).update(state=DeliveryState.ACCEPTED)
    Delivery.objects.filter(pk=crowd[2].pk).update(state=DeliveryState.SENDING)
    seen = look(scene.action, rule())
    assert (seen.letters, seen.counted, seen.had_left, seen.under_way, seen.unconfirmed) == (4, 3, 1, 1, 1)
    assert [each.domain for each in seen.sample] == [
        "union.example",
        *["throwaway.example"] * 2,
        "union.example",
    ]
    assert "anna" not in str(seen.sample)
    assert "Sam Support" not in str(seen.sample)


def test_copies_go_with_their_letter_and_count_for_nothing(scene: Scene) -> None:
    copy = copied(scene, "Prosecutor", "copy@justice.example")
    to = scene.to(scene.london)
    take_letter(scene.action.pk, sam(), Written(to, "en", "Release", BODY, copies=(scene.to(copy),)))
    seen = look(scene.action, rule())
    assert (seen.letters, seen.copies) == (1, 1)
    assert meant(scene.action, rule()).count() == 2


def test_a_sample_is_spread_over_all_of_them(scene: Scene) -> None:
    rows = [letter(scene, f"n{n}@throwaway.example", is_confirmed=False) for n in range(30)]
    keys = [each.key for each in look(scene.action, rule()).sample]
    assert (len(keys), keys[0], keys[-1]) == (SAMPLE, rows[0].letter_id, rows[-1].letter_id)
