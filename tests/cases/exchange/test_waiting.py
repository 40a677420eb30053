"""A small case is exported while its page is asked for, a large one by a worker."""

import pytest

from tocsin.cases.exchange import ask_export as asking
from tocsin.cases.exchange.ask_export import ask_export
from tocsin.cases.exchange.make_export import KIND
from tocsin.cases.models import Export, ExportKind
from tocsin.jobs.models import Job
from tocsin.jobs.worker import Worker
from tocsin.members.models import Member

from .full_case import full_case

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_small_case_is_ready_at_once_and_a_large_one_left_to_a_worker(
    rustam: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = full_case(rustam)
    assert Export.objects.get(pk=ask_export(case, ExportKind.CSV, False, rustam).pk).state == "ready"
    monkeypatch.setattr(asking, "SMALL", 0)
    large = ask_export(case, ExportKind.FTM, False, rustam)
    assert Export.objects.get(pk=large.pk).state == "waiting"
    assert Job.objects.filter(kind=KIND, done_at=None).count() == 1
    Worker().run_until_idle()
    assert Export.objects.get(pk=large.pk).state == "ready"
