"""Before a deadline: what leaves in time at its address's pace goes by itself, the rest together."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.delivery.bundles.crowd import write
from tests.delivery.scene import Scene

from tocsin.actions.models import Action
from tocsin.delivery.bundles.due import make_due_bundles
from tocsin.delivery.bundles.models import Bundle
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.models import Delivery, DeliveryState, Lane

pytestmark = pytest.mark.django_db
END = datetime(2026, 12, 2, tzinfo=UTC)
NOON = END - timedelta(hours=11)


@pytest.fixture
def scene_with_deadline(scene: Scene) -> Scene:
    """Six letters wait for London, one for the ministry; the last day is 1 December."""
    Action.objects.update(deadline="2026-12-01")
    for number in range(6):
        write(scene, f"A{number}")
    write(scene, "B", target=scene.ministry)
    return scene


def together(now: datetime) -> list[tuple[str, int]]:
    make_due_bundles({}, now)
    return [(str(bundle.target), bundle.count) for bundle in Bundle.objects.all()]


def slow(scene: Scene) -> None:
    Lane.objects.create(key=lanes.to_address(scene.email_of(scene.london).value), per_hour=1)


def test_at_the_usual_pace_all_leave_in_time(scene_with_deadline: Scene) -> None:
    assert together(NOON) == []
    assert set(Delivery.objects.values_list("state", flat=True)) == {DeliveryState.QUEUED}


def test_what_would_be_late_goes_together_and_other_addresses_go_on(scene_with_deadline: Scene) -> None:
    slow(scene_with_deadline)
    assert together(END - timedelta(hours=13)) == []
    assert together(END - timedelta(hours=5)) == [("Embassy of Kazakhstan in London", 6)]
    left = Delivery.objects.get(target=scene_with_deadline.ministry)
    assert left.state == DeliveryState.QUEUED
    assert {row.not_before for row in Delivery.objects.filter(state=DeliveryState.TOGETHER)} == {None}


def test_after_the_deadline_nothing_is_put_together_for_it(scene_with_deadline: Scene) -> None:
    slow(scene_with_deadline)
    assert together(END + timedelta(hours=1)) == []
