"""A server that is killed in the middle of an import keeps nothing of it, and takes the same zip afterwards."""

import io
import signal
from pathlib import Path

import pytest
from django.db import models

from tests import processes
from tocsin.cases.models import CarriedEntry, Case, Claim, Subject
from tocsin.directory.models import Office
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.models import Report, ReviewItem

from .full_case import full_case
from .packs import forget, packed, restored

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
KEPT: tuple[type[models.Model], ...] = (
    Case, Subject, Claim, Report, ReviewItem, Office, CarriedEntry, AuditEntry, Member,
)  # fmt: skip
IMPORTER = """
import signal
import django
django.setup()
from tocsin.cases.exchange.pack.unpack import import_case

def stop_there(done, steps):
    if done == {stop_at}:
        print("in the middle", flush=True)
        signal.pause()

with open({path!r}, "rb") as file:
    import_case(file, None, stop_there)
"""


def counts() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in KEPT}


@pytest.mark.parametrize("stop_at", [pytest.param(4, marks=pytest.mark.soak), 22])
def test_killed_in_the_middle_nothing_is_left(rustam: Member, tmp_path: Path, stop_at: int) -> None:
    case = full_case(rustam)
    data = packed(case)
    forget(case)
    before = counts()
    path = tmp_path / "case.zip"
    path.write_bytes(data)
    importer = processes.python(IMPORTER.format(path=str(path), stop_at=stop_at))
    assert importer.stdout is not None
    assert importer.stdout.readline() == "in the middle\n"
    importer.send_signal(signal.SIGKILL)
    importer.wait()
    assert counts() == before
    assert restored(io.BytesIO(data).getvalue()).rows > 50
