"""Each change is counted once: new rows only, at any number of writers, and whatever dies in between."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from random import Random

import pytest
from django.db import connection, transaction
from django.utils import timezone
from tests import processes
from tests.delivery.bundles.crowd import plan, write
from tests.delivery.counted import counts
from tests.delivery.scene import Scene, open_action

from tocsin.delivery.bundles.bundle import bundle
from tocsin.delivery.bundles.models import BundleKind, When
from tocsin.delivery.bundles.waiting import waiting
from tocsin.delivery.counting import count_new as counting
from tocsin.delivery.counting.count_new import count_new, count_these, uncounted
from tocsin.delivery.counts import Counts
from tocsin.delivery.hand_over import hand_over
from tocsin.delivery.models import Delivery, DeliveryState, HandoverChannel, Tally
from tocsin.delivery.tokens import handover_token

S = DeliveryState


def deliveries(scene: Scene, number: int, state: str = S.UNCONFIRMED) -> list[Delivery]:
    """Rows without letters, as they stand once their supporters were erased."""
    first = Delivery.objects.count()
    known = {"action": scene.action, "target": scene.london, "state": state}
    known["contact_point"] = scene.email_of(scene.london)
    rows = (Delivery(message_id=f"<{first + n}@us.example>", **known) for n in range(number))
    return Delivery.objects.bulk_create(rows)


@pytest.mark.django_db
def test_each_state_counts_for_what_it_is(scene: Scene) -> None:
    for number, state in enumerate(S, 1):
        deliveries(scene, number, state)
    by_state = dict(zip(S, range(1, len(S) + 1), strict=True))
    confirmed = sum(by_state.values()) - by_state[S.UNCONFIRMED] - by_state[S.TAKEN_OUT]
    assert counts(scene.action) == Counts(0, confirmed, by_state[S.ACCEPTED], by_state[S.TOGETHER])


@pytest.mark.django_db
def test_a_change_moves_a_letter_from_one_count_to_the_other(scene: Scene) -> None:
    deliveries(scene, 5, S.QUEUED)
    assert counts(scene.action) == Counts(0, 5, 0)
    Delivery.objects.update(state=S.ACCEPTED)
    assert counts(scene.action) == Counts(0, 5, 5)
    Delivery.objects.filter(pk__in=Delivery.objects.values("pk")[:2]).update(state=S.BOUNCED)
    assert counts(scene.action) == Counts(0, 5, 3)


@pytest.mark.django_db
def test_nothing_new_is_nothing_to_do(scene: Scene) -> None:
    deliveries(scene, 3, S.QUEUED)
    deliveries(scene, 4)
    assert [count_new(), count_new()] == [3, 0]


@pytest.mark.django_db
def test_copies_and_letters_that_nobody_confirmed_count_for_nothing(scene: Scene) -> None:
    deliveries(scene, 2)
    deliveries(scene, 2, S.ACCEPTED)
    Delivery.objects.filter(state=S.ACCEPTED).update(is_copy=True)
    assert (counts(scene.action), Tally.objects.count()) == (Counts(), 0)


@pytest.mark.django_db
def test_actions_are_counted_apart(scene: Scene) -> None:
    other = open_action("strike-in-almaty")
    deliveries(scene, 2, S.QUEUED)
    Delivery.objects.filter(pk=deliveries(scene, 1, S.ACCEPTED)[0].pk).update(action=other.action)
    assert (counts(scene.action), counts(other.action)) == (Counts(0, 2, 0), Counts(0, 1, 1))


@pytest.mark.django_db
def test_letters_that_supporters_sent_themselves_count_once(scene: Scene) -> None:
    token = handover_token()
    for each in (token, token, handover_token()):
        hand_over(scene.action, scene.london, HandoverChannel.MAILTO, each)
    assert [counts(scene.action), counts(scene.action)] == [Counts(2)] * 2


@pytest.mark.django_db
def test_what_waits_for_a_bundle_is_not_bundled_yet(scene: Scene) -> None:
    plan(scene, When.DAILY)
    write(scene, "Anna")
    assert counts(scene.action) == Counts(0, 1, 0, 0)
    bundle(waiting(), BundleKind.DIGEST)
    assert counts(scene.action) == Counts(0, 1, 0, 1)


@pytest.mark.django_db
def test_batches_add_up(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "A_BATCH", 3)
    deliveries(scene, 10, S.QUEUED)
    assert (counts(scene.action), uncounted().count()) == (Counts(0, 10, 0), 0)


@pytest.mark.django_db
def test_what_was_counted_is_not_looked_at_again(scene: Scene) -> None:
    """The database finds what is new by an index that holds nothing else."""
    rows = uncounted().order_by("pk").values_list("pk", "action", "counted_as", "state")[:10]
    assert "deliveries_to_count" in _plan_of(rows)


def _plan_of(rows: object) -> str:
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A handful of rows would be read from end to end.
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        return str(rows.explain())


@pytest.mark.django_db
def test_a_transaction_that_is_given_up_counts_nothing(scene: Scene) -> None:
    deliveries(scene, 3, S.QUEUED)
    with transaction.atomic():
        count_these(uncounted())
        transaction.set_rollback(True)
    assert (Tally.objects.count(), uncounted().count()) == (0, 3)
    assert counts(scene.action) == Counts(0, 3, 0)


COUNTS_FOR_EVER = """
import django
django.setup()
from tocsin.delivery.counting.count_new import count_new
while True:
    print("counting", flush=True)
    count_new()
"""


@contextmanager
def changing(writers: int = 3) -> Iterator[list[Exception]]:
    """Letters that go on changing in other threads, as confirming and sending change them."""
    faults: list[Exception] = []
    over = threading.Event()
    keys = list(Delivery.objects.order_by("pk").values_list("pk", flat=True))

    def change(number: int) -> None:
        chance, mine = Random(number), keys[number::writers]
        try:
            while not over.is_set():
                with transaction.atomic():
                    rows = Delivery.objects.filter(pk__in=chance.sample(mine, 5))
                    rows.update(state=chance.choice(list(S)), changed_at=timezone.now())
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=change, args=[number]) for number in range(writers)]
    for each in threads:
        each.start()
    try:
        yield faults
    finally:
        over.set()
        for each in threads:
            each.join()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("times", [1, pytest.param(15, marks=pytest.mark.soak)])
def test_killed_again_and_again_two_at_a_time_nothing_is_lost_or_counted_twice(times: int) -> None:
    scene, chance = open_action(), Random(7)
    deliveries(scene, 200, S.QUEUED)
    with changing() as faults:
        for _ in range(times):
            both = [processes.python(COUNTS_FOR_EVER) for _ in range(2)]
            try:
                for each in both:
                    rounds = islice(each.stdout or (), chance.randrange(1, 30))
                    assert set(rounds) == {"counting\n"}
            finally:
                for each in both:
                    each.kill()
                    each.communicate()
    assert faults == []
    found = counts(scene.action)
    states = list(Delivery.objects.values_list("state", flat=True))
    uncounted_ones = states.count(S.UNCONFIRMED) + states.count(S.TAKEN_OUT)
    assert found == Counts(
        0, len(states) - uncounted_ones, states.count(S.ACCEPTED), states.count(S.TOGETHER)
    )
    assert uncounted().count() == 0
