"""An installation of the release before is counted once, by the migration; and the way back loses nothing."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from tests.delivery.bundles.crowd import plan, write
from tests.delivery.scene import Scene

from tocsin.delivery.bundles.bundle import bundle
from tocsin.delivery.bundles.models import BundleKind, When
from tocsin.delivery.bundles.waiting import waiting
from tocsin.delivery.counting.count_new import count_new
from tocsin.delivery.counts import Counts, counts
from tocsin.delivery.hand_over import hand_over
from tocsin.delivery.models import Delivery, DeliveryState, Handover, HandoverChannel, Tally
from tocsin.delivery.tokens import handover_token

pytestmark = pytest.mark.django_db
AT = ("delivery", "0006_counted_apart")


def carry(way: str) -> None:
    """One way of the migration, on the tables as they are."""
    executor = MigrationExecutor(connection)
    migration, state = executor.loader.get_migration(*AT), executor.loader.project_state(AT)
    getattr(migration.operations[-1], way)(state.apps, connection.schema_editor())


def test_there_and_back(scene: Scene) -> None:
    write(scene, "Anna"), write(scene, "Berit")
    Delivery.objects.filter(pk=write(scene, "Carla").pk).update(state=DeliveryState.ACCEPTED)
    plan(scene, When.DAILY)
    write(scene, "Dana")
    bundle(waiting(), BundleKind.BOOK)
    write(scene, "Eva")
    hand_over(scene.action, scene.london, HandoverChannel.MAILTO, handover_token())
    carry("reverse_code")
    assert Delivery.objects.filter(state=DeliveryState.BUNDLED).count() == 2
    Tally.objects.all().delete()
    Delivery.objects.update(counted_as=DeliveryState.UNCONFIRMED)
    Handover.objects.update(is_counted=False)
    carry("code")
    assert counts(scene.action) == Counts(handed_over=1, confirmed=5, accepted=1, bundled=1)
    assert Delivery.objects.get(bundled__isnull=False).state == DeliveryState.TOGETHER
    assert count_new() == 0
