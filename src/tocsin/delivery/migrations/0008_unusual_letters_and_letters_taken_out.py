"""Alarms about bursts of letters, and what a member took out of the count."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0002_whose_case_was_acted_on"),
        ("delivery", "0007_one_voice_a_target"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                    ("taken_out", "taken out of the count by the organisation"),
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
                    ("taken_out", "taken out of the count by the organisation"),
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
                    ("taken_out", "taken out of the count by the organisation"),
                ],
                max_length=12,
            ),
        ),
        migrations.CreateModel(
            name="TakeOut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rule",
                    models.JSONField(
                        help_text="which letters were meant: see rule.py; emptied with the supporters"
                    ),
                ),
                ("reason", models.CharField(help_text="as the public reads it", max_length=300)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("counted", models.PositiveIntegerField(default=0)),
                ("had_left", models.PositiveIntegerField(default=0)),
                ("unconfirmed", models.PositiveIntegerField(default=0)),
                (
                    "ended_at",
                    models.DateTimeField(help_text="when the last of them was taken out", null=True),
                ),
                ("put_back_at", models.DateTimeField(null=True)),
                (
                    "put_back_why",
                    models.CharField(blank=True, help_text="as the public reads it", max_length=300),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="take_outs",
                        to="actions.action",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "put_back_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="Alarm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("action", "many letters at once"),
                            ("domain", "many from one mail domain"),
                            ("text", "many with the same words of their own"),
                            ("network", "many from one network"),
                        ],
                        max_length=10,
                    ),
                ),
                ("about", models.CharField(blank=True, max_length=255)),
                ("letters", models.PositiveIntegerField(help_text="the most there were in one look")),
                ("usual", models.FloatField(default=0, help_text="what was to be expected in that time")),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                ("last_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("dismissed_at", models.DateTimeField(null=True)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="alarms",
                        to="actions.action",
                    ),
                ),
                (
                    "dismissed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        help_text="one of them",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="delivery.letter",
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("dismissed_at__isnull", True)),
                        fields=("action", "kind", "about"),
                        name="one_alarm_a_burst",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TakenOut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "was",
                    models.CharField(
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
                            ("taken_out", "taken out of the count by the organisation"),
                        ],
                        max_length=12,
                    ),
                ),
                ("is_back", models.BooleanField(default=False)),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="taken_out",
                        to="delivery.delivery",
                    ),
                ),
                (
                    "take_out",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="delivery.takeout",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("take_out", "delivery"), name="taken_out_once_a_time")
                ],
            },
        ),
    ]
