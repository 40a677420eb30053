"""Letters that waited in the jobs of the release before are carried over, and back again."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from tests.delivery.leaving import pump_until_idle
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene, sam

from tocsin.delivery.confirm import confirm
from tocsin.delivery.models import Delivery
from tocsin.delivery.send import send
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.jobs.models import Job

pytestmark = pytest.mark.django_db


def carry(way: str) -> None:
    """One way of the migration, on the tables as they are."""
    executor = MigrationExecutor(connection)
    migration = executor.loader.get_migration("delivery", "0003_waiting_letters")
    state = executor.loader.project_state(("delivery", "0003_waiting_letters"))
    getattr(migration.operations[0], way)(state.apps, connection.schema_editor())


def test_there_and_back(scene: Scene) -> None:
    take_letter(scene.action.pk, sam(), scene.written())
    delivery = Delivery.objects.get()
    confirm(confirmation_token(delivery.public_id))
    later = timezone.now() + timedelta(hours=3)
    Delivery.objects.update(state="deferred", not_before=later)
    carry("reverse_code")
    (job,) = Job.objects.filter(kind="delivery.send")
    assert (job.payload, job.run_after) == ({"delivery": str(delivery.public_id)}, later)
    Delivery.objects.update(not_before=None)
    carry("code")
    assert not Job.objects.filter(kind="delivery.send").exists()
    assert Delivery.objects.get().not_before == later


def test_a_job_of_a_site_of_the_release_before_gives_its_letter_a_place(scene: Scene) -> None:
    take_letter(scene.action.pk, sam(), scene.written())
    delivery = Delivery.objects.get()
    Delivery.objects.update(state="queued")
    with mail_server() as postbox:
        pump_until_idle()
        assert postbox.letters == []
        send({"delivery": str(delivery.public_id)})
        send({"delivery": str(delivery.public_id)})
        pump_until_idle()
    assert len(postbox.letters) == 1
