"""Every field of every model in a case's world travels, or is named with the reason why it stays."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from tocsin.cases.exchange.pack.stays import FIELDS, MODELS
from tocsin.cases.exchange.pack.tables import TABLE_OF, TABLES, points_to
from tocsin.members.models import Member

# Pointers to a report travel as the list of the case's reports.
AS_A_LIST = {"reports"}


def test_every_field_of_what_travels_travels_or_stays_for_a_reason() -> None:
    forgotten = {
        f"{model.__name__}.{field.name}"
        for model, table in TABLE_OF.items()
        for field in (*model._meta.local_concrete_fields, *model._meta.local_many_to_many)
        if not (field.primary_key and not field.is_relation)
        and field.name not in {*table.names, *FIELDS.get(model, {}), *AS_A_LIST}
    }
    assert forgotten == set()


def test_no_field_both_travels_and_stays_and_none_is_named_that_is_not_there() -> None:
    named = {(model, name) for model, names in FIELDS.items() for name in names}
    travels = {(table.model, name) for table in TABLES for name in table.names}
    assert named & travels == set()
    assert {model for model, _name in named} <= set(TABLE_OF)
    assert all(model._meta.get_field(name) for model, name in named)
    assert all(why for names in FIELDS.values() for why in names.values())


def test_every_model_around_a_case_travels_or_stays_for_a_reason() -> None:
    around = {model._meta.label for model in around_a_case()}
    packed = {table.model._meta.label for table in TABLES}
    assert (around - packed - set(MODELS), set(MODELS) - around) == (set(), set())
    assert (packed & set(MODELS), [label for label, stays in MODELS.items() if not stays.why]) == (set(), [])


def test_every_relation_of_a_table_is_one_that_travels() -> None:
    targets = {points_to(f) for table in TABLES for f in table.fields} - {None, Member}
    assert targets <= set(TABLE_OF)


def around_a_case() -> Iterator[type[Model]]:
    """All models of cases and reports, and those of any app that point to what travels."""
    for model in apps.get_models():
        fields = (*model._meta.local_fields, *model._meta.local_many_to_many)
        points = {field.related_model for field in fields} & set(TABLE_OF)
        if points or model._meta.app_label in ("cases", "reports"):
            yield model
