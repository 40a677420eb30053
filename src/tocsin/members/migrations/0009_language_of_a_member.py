from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0008_what_exactly_is_asked_for"),
    ]

    operations = [
        migrations.AddField(
            model_name="member",
            name="language",
            field=models.CharField(
                blank=True,
                help_text="of her desk and of our mails to her; empty: the site’s first",
                max_length=20,
            ),
        ),
    ]
