"""One address is one voice to an office, by the database itself. Nothing that was taken twice before is lost."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Count, Min, OuterRef, Subquery
from django.utils import timezone

TWICE = "Kept from before: the same address had written to this office already, with letter %d."


def give_voices(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The first letter of an address to an office has its voice; later ones are kept, counted, and marked as repeats."""
    deliveries = apps.get_model("delivery", "Delivery").objects
    confirmed = deliveries.order_by().exclude(state="unconfirmed").filter(letter__isnull=False)
    by_voice = confirmed.values_list("target", "is_copy", "letter__supporter__fingerprint")
    first = by_voice.annotate(first=Min("pk"))
    mark = apps.get_model("delivery", "Letter").objects.filter(pk=OuterRef("letter"))
    deliveries.filter(pk__in=first.values("first")).update(
        voice=Subquery(mark.values("supporter__fingerprint")[:1])
    )
    several = first.annotate(n=Count("pk")).filter(n__gt=1)
    _mark_repeats(apps, {(target, is_copy, mark): pk for target, is_copy, mark, pk, _n in several})


def _mark_repeats(apps: Apps, first: dict[tuple[int, bool, str], int]) -> None:
    changes = apps.get_model("delivery", "DeliveryChange").objects
    rows = apps.get_model("delivery", "Delivery").objects.exclude(state="unconfirmed").filter(voice="")
    of = ("target", "is_copy", "letter__supporter__fingerprint")
    repeats = rows.filter(letter__isnull=False).values_list("pk", "state", *of)
    now = timezone.now()
    changes.bulk_create(
        changes.model(
            delivery_id=pk, was=state, became=state, at=now, why=TWICE % first[target, is_copy, voice]
        )
        for pk, state, target, is_copy, voice in repeats
    )


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0002_whose_case_was_acted_on"),
        ("delivery", "0006_counted_apart"),
        ("directory", "0003_lists_of_others"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="voice",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="the fingerprint of its confirmed writer's address, until she is erased",
                max_length=64,
            ),
        ),
        migrations.RunPython(give_voices, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(
                condition=models.Q(("voice", ""), _negated=True),
                fields=("target", "voice", "is_copy"),
                name="one_voice_a_target",
            ),
        ),
    ]
