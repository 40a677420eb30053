"""Who could see every case stays on those that exist; who is joined to whom is kept as the judgement it was."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def put_everybody_on(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    case_member = apps.get_model("cases", "CaseMember")
    members = list(apps.get_model("members", "Member").objects.filter(is_active=True))
    for case in apps.get_model("cases", "Case").objects.all():
        case_member.objects.bulk_create(
            case_member(case=case, member=m, role="administrator" if m.pk == case.opened_by_id else m.role)
            for m in members
        )


def keep_judgements(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    judgement = apps.get_model("cases", "Judgement")
    joined = apps.get_model("cases", "Subject").objects.filter(same_as__isnull=False)
    judgement.objects.bulk_create(
        judgement(
            left=subject,
            right=subject.same_as,
            verdict="same",
            why="joined before judgements were kept",
        )
        for subject in joined
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_the_whole_file")]

    operations = [
        migrations.RunPython(put_everybody_on, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(keep_judgements, migrations.RunPython.noop, elidable=True),
    ]
