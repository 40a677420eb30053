"""Letters that waited in the jobs of the release before wait as rows of their own; and back again."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

KIND = "delivery.send"
WAITED = ["queued", "sending", "deferred"]


def carry_over(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    deliveries = apps.get_model("delivery", "Delivery").objects
    all_jobs = apps.get_model("jobs", "Job").objects
    waiting = deliveries.filter(state__in=WAITED)
    waiting.filter(state="sending").update(state="queued")
    waiting.update(not_before=timezone.now())
    jobs = all_jobs.filter(kind=KIND, done_at=None, failed_at=None)
    for job in jobs.filter(run_after__gt=timezone.now()).iterator():
        waiting.filter(public_id=job.payload["delivery"]).update(not_before=job.run_after)
    jobs.delete()


def carry_back(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    deliveries = apps.get_model("delivery", "Delivery").objects
    all_jobs = apps.get_model("jobs", "Job").objects
    now = timezone.now()
    deliveries.filter(state__in=["bounced", "bundled"]).update(state="failed")
    deliveries.filter(state__in=["sending", "frozen"]).update(state="queued")
    for row in deliveries.filter(state__in=WAITED).iterator():
        all_jobs.create(
            kind=KIND,
            payload={"delivery": str(row.public_id)},
            key=f"send {row.public_id} back {now.isoformat()}",
            run_after=row.not_before or now,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("delivery", "0002_its_own_outbox"),
        ("jobs", "0001_initial"),
    ]

    operations = [migrations.RunPython(carry_over, carry_back, elidable=True)]
