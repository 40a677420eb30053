"""Foreign keys point to the own app or to one that stands before it on the road."""

from django.apps import apps
from django.db import models

ROAD = (
    "contenttypes", "auth", "sessions", "messages", "staticfiles", "jobs", "post", "members", "otp_totp", "otp_static",
    "directory", "reports", "cases", "supporters", "actions", "delivery", "followup", "public", "desk", "api",
)  # fmt: skip
PLACE = {label: place for place, label in enumerate(ROAD)}


def test_every_relation_points_back() -> None:
    forward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if isinstance(field, (models.ForeignKey, models.ManyToManyField))
        and PLACE[field.related_model._meta.app_label] > PLACE[model._meta.app_label]
    ]
    assert forward == []


def test_the_road_names_every_app_that_has_tables() -> None:
    assert {model._meta.app_label for model in apps.get_models()} <= set(PLACE)
