"""Letters that go together: each in one bundle, told apart by their state, and none that has left already."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests import cast
from tests.delivery.bundles.crowd import plan, three, write
from tests.delivery.counted import counts
from tests.delivery.scene import Scene

from tocsin.actions.models import Action, ActionState
from tocsin.cases.models import Case
from tocsin.delivery.bundles import bundle as bundling
from tocsin.delivery.bundles.bundle import CannotBundle, bundle
from tocsin.delivery.bundles.models import Bundle, BundledLetter, BundleKind, When
from tocsin.delivery.bundles.waiting import printable, waiting, waiting_counts
from tocsin.delivery.erase import erase_closed_actions
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.directory.models import ContactPoint
from tocsin.jobs.models import Job
from tocsin.members.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_where_letters_go_together_a_confirmed_one_waits_for_its_bundle(scene: Scene) -> None:
    letters = three(scene)
    assert {row.state for row in letters} == {DeliveryState.BUNDLED}
    assert not Job.objects.filter(kind="delivery.send").exists()
    assert waiting_counts([scene.action]) == {scene.london.pk: 3}
    assert counts(scene.action).confirmed == 3
    assert counts(scene.action).bundled == 0


def test_elsewhere_it_goes_by_itself(scene: Scene) -> None:
    plan(scene, When.DAILY)
    assert write(scene, "Anna", target=scene.ministry).state == DeliveryState.QUEUED


def test_a_bundle_takes_what_waits_once(scene: Scene) -> None:
    letters = three(scene)
    (made,) = bundle(waiting(), BundleKind.DIGEST)
    assert (made.count, made.target, made.part, made.parts) == (3, scene.london, 1, 1)
    assert {entry.delivery for entry in made.bundled.all()} == set(letters)
    assert bundle(Delivery.objects.all(), BundleKind.BOOK) == []
    assert list(waiting()) == []
    assert counts(scene.action).bundled == 3
    assert [job.key for job in Job.objects.filter(kind=bundling.KIND)] == [f"bundle {made.public_id}"]


def test_letters_that_would_be_late_can_be_bundled_out_of_the_queue(scene: Scene) -> None:
    """What was sent, or is being sent, stays out."""
    late, sending, sent = write(scene, "Anna"), write(scene, "Berit"), write(scene, "Carla")
    Delivery.objects.filter(pk=sending.pk).update(state=DeliveryState.SENDING)
    Delivery.objects.filter(pk=sent.pk).update(state=DeliveryState.ACCEPTED)
    (made,) = bundle(Delivery.objects.filter(action=scene.action), BundleKind.DIGEST)
    assert [entry.delivery for entry in made.bundled.all()] == [late]
    late.refresh_from_db()
    assert late.state == DeliveryState.TOGETHER


def test_one_bundle_a_target_and_parts_where_they_are_many(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(bundling.MOST, BundleKind.DIGEST, 2)
    monkeypatch.setitem(bundling.MOST, BundleKind.LETTERS, 2)
    three(scene)
    plan(scene, When.WEEKLY, scene.ministry)
    write(scene, "Dana", target=scene.ministry)
    made = bundle(waiting(), BundleKind.DIGEST)
    assert [(b.target, b.part, b.parts, b.count) for b in made] == [
        (scene.london, 1, 2, 2),
        (scene.london, 2, 2, 1),
        (scene.ministry, 1, 1, 1),
    ]
    assert len({b.message_id for b in made}) == 3
    for _ in range(3):
        write(scene, f"E{_}")
    (batch,) = bundle(printable(scene.london), BundleKind.LETTERS)
    assert (batch.count, printable(scene.london).count()) == (2, 1)


def test_what_mail_gave_up_can_be_printed(scene: Scene) -> None:
    given_up = write(scene, "Anna")
    Delivery.objects.update(state=DeliveryState.FAILED, error="550 no")
    (made,) = bundle(printable(scene.london), BundleKind.LETTERS, cast.member("Petra"))
    given_up.refresh_from_db()
    assert (made.count, made.contact_point, given_up.state, given_up.error) == (1, None, "together", "")


def test_erased_letters_are_left_alone(scene: Scene) -> None:
    three(scene)
    Letter.objects.all().delete()
    assert bundle(Delivery.objects.all(), BundleKind.BOOK) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda: Action.objects.update(state=ActionState.WITHDRAWN), "withdrawn"),
        (lambda: Case.objects.update(frozen_at="2026-11-22T00:00Z"), "frozen"),
        (lambda: ContactPoint.objects.update(bounced_at="2026-11-22T00:00Z"), "no e-mail address in use"),
    ],
)
def test_what_stands_in_the_way_is_said_and_nothing_is_made(
    scene: Scene, change: object, reason: str
) -> None:
    three(scene)
    change()
    with pytest.raises(CannotBundle, match=reason):
        bundle(waiting(), BundleKind.DIGEST)
    assert (Bundle.objects.count(), BundledLetter.objects.count(), waiting().count()) == (0, 0, 3)


def test_it_stands_in_the_trail_without_a_supporter(scene: Scene) -> None:
    three(scene)
    bundle(waiting(), BundleKind.BOOK, cast.member("Petra"))
    entry = AuditEntry.objects.filter(act="make_bundle").get()
    assert entry.member == cast.member("Petra")
    assert "Anna" not in str(vars(entry))


def test_ninety_days_after_the_end_the_number_stays_and_the_servers_words_go(scene: Scene) -> None:
    three(scene)
    (made,) = bundle(waiting(), BundleKind.DIGEST)
    Bundle.objects.update(error="451 anna@supporters.example greylisted")
    now = timezone.now()
    Action.objects.update(state=ActionState.CLOSED, closed_at=now)
    erase_closed_actions(now + timedelta(days=90))
    made.refresh_from_db()
    assert (made.count, made.error, counts(scene.action).bundled) == (3, "", 3)
