"""Reports that came in before have their words' print written, so that copies of them are known."""

from typing import Any

from django.db import migrations

from tocsin.reports.text_print import text_print


def write_prints(apps: Any, schema_editor: Any) -> None:
    reports = apps.get_model("reports", "Report").objects.filter(text_print="", sealed_at=None)
    for pk, text in reports.values_list("pk", "text").iterator(chunk_size=100):
        reports.filter(pk=pk).update(text_print=text_print(text))


class Migration(migrations.Migration):
    dependencies = [("reports", "0004_ways_in")]
    operations = [migrations.RunPython(write_prints, migrations.RunPython.noop, elidable=True)]
