from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# A row of up to a page holds its vector itself: to fetch it from beside the table took half of the ranking.
IN_ROWS = "ALTER TABLE search_words SET (toast_tuple_target = 8160)"


def begin_anew(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """On PostgreSQL alone: `tocsin up` and `upgrade` fill the index anew."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(IN_ROWS)
        schema_editor.execute("DELETE FROM search_words")
        apps.get_model("cases", "SearchEntry").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_sounds_apart")]

    operations = [migrations.RunPython(begin_anew, migrations.RunPython.noop)]
