"""The database itself keeps reports as they were stored."""

from django.db import migrations

from tocsin.reports.guard import put_guard, take_guard


class Migration(migrations.Migration):
    dependencies = [("reports", "0006_sealed_for_good")]

    operations = [migrations.RunPython(put_guard, take_guard)]
