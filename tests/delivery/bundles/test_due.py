"""When a digest is made: after its day or week, sooner when the deadline is near, at once where letters were late."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from tests.delivery.bundles.crowd import plan, three, write
from tests.delivery.scene import Scene

from tocsin.actions.models import Action, ActionState
from tocsin.delivery.bundles.due import make_due_bundles
from tocsin.delivery.bundles.models import Bundle, BundlePlan, When
from tocsin.delivery.models import Delivery, DeliveryState

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def start(scene: Scene) -> datetime:
    """Three letters wait; their plan was made then."""
    three(scene)
    return BundlePlan.objects.get().since


def made(now: datetime) -> int:
    """Bundles that the hourly job makes then."""
    before = Bundle.objects.count()
    make_due_bundles({}, now)
    return Bundle.objects.count() - before


def test_a_daily_one_after_a_day_and_none_without_letters(scene: Scene, start: datetime) -> None:
    assert [made(start + 23 * HOUR), made(start + 24 * HOUR), made(start + 25 * HOUR)] == [0, 1, 0]
    write(scene, "Dora")
    assert [made(start + 47 * HOUR), made(start + 48 * HOUR)] == [0, 1]
    assert [bundle.count for bundle in Bundle.objects.order_by("pk")] == [3, 1]


def test_a_weekly_one_after_a_week(scene: Scene, start: datetime) -> None:
    BundlePlan.objects.update(when=When.WEEKLY)
    assert [made(start + 6 * DAY), made(start + 7 * DAY)] == [0, 1]


def test_close_to_the_deadline_and_after_the_end_it_waits_no_longer(scene: Scene, start: datetime) -> None:
    BundlePlan.objects.update(when=When.WEEKLY)
    Action.objects.update(deadline=timezone.localdate(start + 3 * DAY))
    assert [made(start + HOUR), made(start + DAY), made(start + 25 * HOUR)] == [0, 1, 0]
    write(scene, "Dora")
    Action.objects.update(state=ActionState.CLOSED)
    assert [made(start + 30 * HOUR), made(start + 36 * HOUR)] == [0, 1]


def test_paper_is_never_made_by_itself(scene: Scene, start: datetime) -> None:
    BundlePlan.objects.update(when=When.PAPER)
    assert made(start + 400 * DAY) == 0


def test_letters_that_were_late_for_the_pace_go_at_once(scene: Scene, start: datetime) -> None:
    plan(scene, When.EACH)
    assert made(start) == 1


def test_what_cannot_go_now_keeps_nobody_else_waiting(scene: Scene, start: datetime) -> None:
    plan(scene, When.DAILY, scene.ministry)
    write(scene, "Dora", target=scene.ministry)
    scene.london.office.contact_points.update(retired_at=start)
    assert made(timezone.now() + 2 * DAY) == 1
    assert Delivery.objects.filter(state=DeliveryState.BUNDLED, bundled=None).count() == 3
