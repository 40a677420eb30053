"""What the audit noted before cases were closed is told to belong to its case, as far as a record still says so."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# Record as the audit names it -> where its case is found.
WAYS = {
    "case": ("cases", "Case", "pk"),
    "personatrisk": ("cases", "Subject", "case"),
    "claim": ("cases", "Claim", "subject__case"),
    "action": ("actions", "Action", "case"),
}


def tell(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """Entries that stand in the chain already are left alone: the database guards them."""
    entries = apps.get_model("members", "AuditEntry").objects.filter(link=None, about_case=None)
    for name, (app, model, way) in WAYS.items():
        cases = dict(apps.get_model(app, model).objects.values_list("pk", way))
        for entry in entries.filter(subject__startswith=f"{name} ").iterator():
            number = entry.subject.removeprefix(f"{name} ")
            if number.isdecimal() and int(number) in cases:
                entries.filter(pk=entry.pk).update(about_case=cases[int(number)])


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0001_initial"),
        ("cases", "0003_nobody_loses_sight"),
        ("members", "0006_whose_case_it_is_about"),
    ]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop, elidable=True)]
