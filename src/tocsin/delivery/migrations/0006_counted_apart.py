"""Counts are kept in tallies. What was there before is counted once, here."""

from collections import defaultdict

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Count, F

ALSO = {"accepted": ("accepted",), "together": ("bundled",)}


def count_all(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Letters in a bundle are told from those that wait for one first: from then on their state says it."""
    tallies = apps.get_model("delivery", "Tally").objects
    deliveries = apps.get_model("delivery", "Delivery").objects
    handovers = apps.get_model("delivery", "Handover").objects
    deliveries.filter(state="bundled", bundled__isnull=False).update(state="together")
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for action, n in handovers.values_list("action").annotate(n=Count("pk")):
        found[action]["handed_over"] = n
    letters = deliveries.order_by().filter(is_copy=False).exclude(state="unconfirmed")
    for action, state, n in letters.values_list("action", "state").annotate(n=Count("pk")):
        for name in ("confirmed", *ALSO.get(state, ())):
            found[action][name] = found[action].get(name, 0) + n
    tallies.bulk_create(tallies.model(action_id=action, **counts) for action, counts in found.items())
    deliveries.exclude(state="unconfirmed").update(counted_as=F("state"))
    handovers.update(is_counted=True)


def as_before(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("delivery", "Delivery").objects.filter(state="together").update(state="bundled")


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0002_whose_case_was_acted_on"),
        ("delivery", "0005_letters_that_come_back"),
        ("directory", "0003_lists_of_others"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("handed_over", models.BigIntegerField(default=0)),
                ("confirmed", models.BigIntegerField(default=0)),
                ("accepted", models.BigIntegerField(default=0)),
                ("bundled", models.BigIntegerField(default=0)),
                (
                    "action",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tally",
                        to="actions.action",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="delivery",
            name="counted_as",
            field=models.CharField(
                db_default="unconfirmed",
                default="unconfirmed",
                help_text="the state in which it was counted last",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="is_counted",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AlterField(
            model_name="delivery",
            name="state",
            field=models.CharField(
                choices=[
                    ("unconfirmed", "waits for the supporter's confirmation"),
                    ("confirmed", "confirmed by the supporter"),
                    ("queued", "waits to be sent"),
                    ("sending", "being sent"),
                    ("accepted", "accepted by the target's server"),
                    ("foldered", "put into the local folder, not sent"),
                    ("deferred", "put off after a temporary error"),
                    ("frozen", "held back until somebody releases it"),
                    ("bundled", "waits to go with others as a signed bundle"),
                    ("together", "in a signed bundle with others"),
                    ("bounced", "came back: the address does not exist"),
                    ("failed", "given up"),
                ],
                default="unconfirmed",
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="deliverychange",
            name="became",
            field=models.CharField(
                choices=[
                    ("unconfirmed", "waits for the supporter's confirmation"),
                    ("confirmed", "confirmed by the supporter"),
                    ("queued", "waits to be sent"),
                    ("sending", "being sent"),
                    ("accepted", "accepted by the target's server"),
                    ("foldered", "put into the local folder, not sent"),
                    ("deferred", "put off after a temporary error"),
                    ("frozen", "held back until somebody releases it"),
                    ("bundled", "waits to go with others as a signed bundle"),
                    ("together", "in a signed bundle with others"),
                    ("bounced", "came back: the address does not exist"),
                    ("failed", "given up"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="deliverychange",
            name="was",
            field=models.CharField(
                choices=[
                    ("unconfirmed", "waits for the supporter's confirmation"),
                    ("confirmed", "confirmed by the supporter"),
                    ("queued", "waits to be sent"),
                    ("sending", "being sent"),
                    ("accepted", "accepted by the target's server"),
                    ("foldered", "put into the local folder, not sent"),
                    ("deferred", "put off after a temporary error"),
                    ("frozen", "held back until somebody releases it"),
                    ("bundled", "waits to go with others as a signed bundle"),
                    ("together", "in a signed bundle with others"),
                    ("bounced", "came back: the address does not exist"),
                    ("failed", "given up"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(
                    ("is_copy", False), models.Q(("counted_as", models.F("state")), _negated=True)
                ),
                fields=["id"],
                name="deliveries_to_count",
            ),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(
                condition=models.Q(("is_counted", False)), fields=["id"], name="handovers_to_count"
            ),
        ),
        migrations.RunPython(count_all, as_before, elidable=True),
    ]
