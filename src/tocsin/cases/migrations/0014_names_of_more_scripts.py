from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def begin_anew(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Names are kept in forms that they had not: `tocsin up` and `upgrade` fill the index anew."""
    schema_editor.execute("DELETE FROM search_words")
    apps.get_model("cases", "SearchEntry").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_wordings_proposed")]

    operations = [migrations.RunPython(begin_anew, migrations.RunPython.noop, elidable=True)]
