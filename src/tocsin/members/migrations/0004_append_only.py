"""The audit trail becomes a chain that the database guards; what was noted before is its beginning."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from tocsin.members.append_only import statements


def guard(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    for statement in statements(schema.connection.vendor):
        schema.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("members", "0003_a_place_in_the_chain")]

    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
