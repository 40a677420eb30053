from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_names_of_more_scripts")]

    operations = [
        migrations.AddField(
            model_name="export",
            name="holds",
            field=models.JSONField(
                null=True, help_text="digests of what it was made of, while the file stays"
            ),
        ),
    ]
