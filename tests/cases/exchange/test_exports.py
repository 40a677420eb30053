"""Asking for an export: who may, what the trail says, how long the file stays."""

import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests import cast
from tocsin.cases.errors import CannotChange
from tocsin.cases.exchange.ask_export import ask_export
from tocsin.cases.exchange.file_name import file_name
from tocsin.cases.exchange.make_export import export_folder, make_export
from tocsin.cases.exchange.tidy_exports import tidy_exports
from tocsin.cases.models import Case, Export, ExportKind
from tocsin.members.models import AuditEntry, Member
from tocsin.printing.sheet import CannotPrint

pytestmark = pytest.mark.django_db


def made(case: Case, kind: str, by: Member, is_public: bool = False) -> Export:
    export = ask_export(case, kind, is_public, by)
    make_export({"export": export.pk})
    export.refresh_from_db()
    return export


def test_it_is_logged_with_who_what_how_many_and_the_hash(case: Case, rustam: Member) -> None:
    export = made(case, ExportKind.CSV, rustam)
    data = (export_folder() / export.stored_as).read_bytes()
    logged = AuditEntry.objects.get(act="case.exported")
    assert logged.member == rustam
    assert logged.subject == f"case {case.pk}"
    assert logged.detail == {
        "kind": "csv",
        "public": False,
        "records": export.records,
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    assert (export.state, export.size, export.records > 10) == ("ready", len(data), True)


def test_the_file_is_ours_alone_and_its_name_tells_nothing(case: Case, rustam: Member) -> None:
    export = made(case, ExportKind.JSON, rustam)
    path = export_folder() / export.stored_as
    assert path.stat().st_mode & 0o077 == 0
    assert len(export.stored_as) == 40
    assert case.slug not in export.stored_as


def test_done_twice_it_is_one_file(case: Case, rustam: Member) -> None:
    export = made(case, ExportKind.CSV, rustam)
    make_export({"export": export.pk})
    assert AuditEntry.objects.filter(act="case.exported").count() == 1


def test_after_a_day_the_file_is_gone_and_the_row_stays(case: Case, rustam: Member) -> None:
    export = made(case, ExportKind.CSV, rustam)
    path = export_folder() / export.stored_as
    tidy_exports({}, timezone.now() + timedelta(hours=23))
    assert path.exists()
    tidy_exports({}, timezone.now() + timedelta(hours=24, seconds=1))
    assert not path.exists()
    export.refresh_from_db()
    assert (export.state, export.stored_as, len(export.sha256)) == ("gone", "", 64)


def test_what_a_killed_process_left_is_swept_away(case: Case) -> None:
    export_folder().mkdir(exist_ok=True)
    stray = export_folder() / "left.part"
    stray.write_bytes(b"half of it")
    tidy_exports({}, timezone.now() + timedelta(hours=1))
    assert stray.exists()
    tidy_exports({}, timezone.now() + timedelta(hours=25))
    assert not stray.exists()


def test_the_whole_case_is_for_publishers_and_never_for_the_public(case: Case, rustam: Member) -> None:
    with pytest.raises(PermissionDenied):
        ask_export(case, ExportKind.ZIP, False, rustam)
    with pytest.raises(CannotChange, match="word for word"):
        ask_export(case, ExportKind.ZIP, True, cast.member("Petra"))
    assert made(case, ExportKind.ZIP, cast.member("Petra")).state == "ready"


def test_a_stranger_to_the_case_gets_nothing(case: Case) -> None:
    case.members.filter(member=cast.member("Petra")).delete()
    with pytest.raises(PermissionDenied):
        ask_export(case, ExportKind.CSV, False, cast.member("Petra"))


def test_pages_that_cannot_be_set_are_told_and_leave_no_file(
    case: Case, rustam: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise CannotPrint("setting the pages took longer than 120 seconds")

    monkeypatch.setattr("tocsin.cases.exchange.write.bundle", fails)
    before = set(export_folder().iterdir()) if export_folder().is_dir() else set()
    export = made(case, ExportKind.BUNDLE, rustam)
    assert (export.state, export.remark) == ("failed", "setting the pages took longer than 120 seconds")
    assert set(export_folder().iterdir()) == before


def test_the_name_of_a_public_file_names_nobody(case: Case, rustam: Member) -> None:
    Case.objects.filter(pk=case.pk).update(slug="lina-marwede-missing")
    case.refresh_from_db()
    names = [file_name(made(case, ExportKind.CSV, rustam, is_public)) for is_public in (True, False)]
    assert "marwede" not in names[0]
    assert names[0].startswith(f"case-{case.pk}-public-csv-")
    assert names[1].startswith("lina-marwede-missing-confidential-csv-")
