"""The step from open cases to closed ones: who could see every case stays on those that exist."""

from importlib import import_module

from django.apps import apps

from tests import cast
from tocsin.cases.models import Case, CaseMember
from tocsin.members.models import Member

STEP = import_module("tocsin.cases.migrations.0003_nobody_loses_sight")


def test_everybody_who_works_here_is_put_on_every_case(dana: Member, petra: Member, ada: Member) -> None:
    Member.objects.filter(pk=ada.pk).update(is_active=False)
    opened = Case.objects.create(slug="a", title="A", opened_by=dana)
    nobodys = Case.objects.create(slug="b", title="B")
    STEP.put_everybody_on(apps, None)
    rows = CaseMember.objects.values_list("case", "member__name", "role")
    assert set(rows) == {
        (opened.pk, "Dana", "administrator"),
        (opened.pk, "Petra", "publisher"),
        (nobodys.pk, "Dana", "contributor"),
        (nobodys.pk, "Petra", "publisher"),
    }
    assert cast.member("Ada").cases.count() == 0
