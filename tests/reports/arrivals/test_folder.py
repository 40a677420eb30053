"""A folder that is looked at: whole files are taken once, half ones waited for, and none is lost."""

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings

from tests.reports.drafts import TEXT
from tocsin.jobs.worker import Worker
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.arrivals.dismiss import dismiss
from tocsin.reports.arrivals.sources import look as looking
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Arrival, ArrivalState, IntakeSource, Report
from tocsin.reports.seal import seal_words

from .looking import added, look

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, settings: object) -> Path:
    settings.DATA = tmp_path
    return tmp_path / "incoming" / "scanner"


@pytest.fixture
def source(folder: Path) -> IntakeSource:
    return look(added("folder", "scanner"))


def names(path: Path) -> list[str]:
    return sorted(p.name for p in path.iterdir() if p.is_file())


def test_a_file_is_taken_once_it_has_kept_still_and_then_read(source: IntakeSource, folder: Path) -> None:
    (folder / "one.txt").write_text(TEXT)
    look(source)
    assert (Arrival.objects.count(), names(folder)) == (0, ["one.txt"]), "it may be half written"
    look(source)
    assert (names(folder), names(folder / "done")) == ([], ["one.txt"])
    Worker().run_until_idle()
    arrival = Arrival.objects.get()
    assert (arrival.way, arrival.source, arrival.state, arrival.name) == ("folder", source, "read", "one.txt")
    assert Report.objects.get().text == TEXT
    assert source.trouble == ""


def test_a_file_that_still_grows_is_waited_for(source: IntakeSource, folder: Path) -> None:
    for length in (10, 20, len(TEXT)):
        (folder / "slow.txt").write_text(TEXT[:length])
        look(source)
    assert names(folder) == ["slow.txt"]
    look(source)
    assert bytes(Arrival.objects.get().data).decode() == TEXT


def test_what_is_unfinished_hidden_or_no_plain_file_stays(
    source: IntakeSource, folder: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.key"
    secret.write_text("a key")
    (folder / "link.txt").symlink_to(secret)
    os.mkfifo(folder / "pipe")
    (folder / "sub").mkdir()
    for name in (".hidden", "letter.pdf.part", "letter~"):
        (folder / name).write_text(TEXT)
    look(look(source))
    assert (Arrival.objects.count(), source.trouble) == (0, "")
    assert secret.read_text() == "a key"


def test_what_cannot_be_taken_moves_to_failed_with_its_reason(source: IntakeSource, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "huge.txt").write_bytes(b"a" * (10 * 2**20 + 1))
    look(look(source))
    assert names(folder / "failed") == ["empty.txt", "huge.txt"]
    reasons = dict(Arrival.objects.values_list("name", "reason"))
    assert "empty" in reasons["empty.txt"]
    assert "more than 10 MB" in reasons["huge.txt"]
    assert all("It lies in the folder “failed”." in reason for reason in reasons.values())
    look(look(source))
    assert Arrival.objects.count() == 2, "said once"


def test_a_zip_is_unpacked_and_a_name_that_was_there_before_gets_a_number(
    source: IntakeSource, folder: Path
) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", TEXT + "A")
        archive.writestr("b.txt", TEXT + "B")
    (folder / "both.zip").write_bytes(packed.getvalue())
    look(look(source))
    (folder / "both.zip").write_bytes(b"PK\x03\x04 cut")
    look(look(source))
    (folder / "failed" / "note").touch()
    assert sorted(Arrival.objects.filter(state="waiting").values_list("name", flat=True)) == [
        "a.txt",
        "b.txt",
    ]
    (folder / "both.zip").write_bytes(packed.getvalue())
    look(look(source))
    assert names(folder / "done") == ["both-2.zip", "both.zip"]
    assert Arrival.objects.filter(state="waiting").count() == 2, "known: nothing comes in twice"


def test_one_who_was_ended_between_storing_and_moving_leaves_no_double(
    source: IntakeSource, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "one.txt").write_text(TEXT)
    look(source)
    with monkeypatch.context() as ended:
        ended.setattr(Path, "rename", lambda *_given: None)
        look(source)
    assert (names(folder), Arrival.objects.count()) == (["one.txt"], 1)
    look(look(source))
    assert (names(folder), Arrival.objects.count()) == ([], 1)


def test_a_dismissed_file_put_there_again_is_taken_again(
    source: IntakeSource, folder: Path, rustam: Member
) -> None:
    for _time in range(2):
        (folder / "one.txt").write_text(TEXT)
        look(look(source))
        dismiss(Arrival.objects.get(state=ArrivalState.WAITING), rustam)
    assert Arrival.objects.count() == 2


def test_a_look_that_was_overtaken_stores_nothing(source: IntakeSource, folder: Path) -> None:
    (folder / "one.txt").write_text(TEXT)
    old = IntakeSource.objects.get(pk=source.pk)
    look(source)
    assert looking._take(old, looking.look_at_folder(source)) is False
    assert Arrival.objects.count() == 0


@pytest.mark.parametrize("address", ["..", "../..", "a/b", "/etc", ".hidden", "", "done", "a\\b", "a\x00b"])
def test_a_folder_elsewhere_is_refused(address: str, ada: Member) -> None:
    with pytest.raises(CannotReview):
        added("folder", address)


def test_a_link_that_leads_out_of_the_data_folder_is_not_followed(
    folder: Path, tmp_path: Path, ada: Member
) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    folder.parent.mkdir()
    folder.symlink_to(outside)
    assert "does not stand in the folder" in look(added("folder", "scanner")).trouble
    assert tmp_path == settings.DATA


def test_a_sealed_reports_file_does_not_stay_in_the_folder(
    source: IntakeSource, folder: Path, rustam: Member
) -> None:
    (folder / "one.txt").write_text(TEXT)
    (folder / "two.txt").write_text(f"Another text.\n\n{TEXT}")
    look(source), look(source)
    Worker().run_until_idle()
    seal_words(Report.objects.get(name="one.txt"), rustam, "Consent withdrawn on 3 May.")
    Worker().run_until_idle()
    assert names(folder / "done") == ["two.txt"]


def test_a_sealed_report_leaves_the_zips_of_the_folder_too(
    source: IntakeSource, folder: Path, rustam: Member
) -> None:
    sealed = f"{TEXT}\n\nCANARY"
    _zip(folder / "both.zip", {"kept.txt": TEXT, "sealed.txt": sealed, "again/sealed.txt": sealed})
    _zip(folder / "alone.zip", {"sealed.txt": sealed})
    _zip(folder / "other.zip", {"kept.txt": TEXT})
    look(source), look(source)
    Worker().run_until_idle()
    before = (folder / "done" / "other.zip").read_bytes()
    seal_words(Report.objects.get(text__contains="CANARY"), rustam, "Consent withdrawn on 3 May.")
    for _once_and_again in range(2):
        Worker().run_until_idle()
    assert names(folder / "done") == ["both.zip", "other.zip"]
    with ZipFile(folder / "done" / "both.zip") as left:
        assert {name: left.read(name).decode() for name in left.namelist()} == {"kept.txt": TEXT}
    assert (folder / "done" / "other.zip").read_bytes() == before
    told = AuditEntry.objects.filter(act="source.copy_deleted", member=None)
    assert [entry.detail["was"] for entry in told] == ["in a zip", "in a zip"]
    assert all(name not in str(entry.detail) for entry in told for name in ("both", "alone", "sealed.txt"))


def test_the_same_words_in_another_file_leave_the_folder_too(
    source: IntakeSource, folder: Path, rustam: Member
) -> None:
    (folder / "one.txt").write_text(TEXT)
    (folder / "two.txt").write_text(f"{TEXT}\n\n")
    look(source), look(source)
    Worker().run_until_idle()
    seal_words(Report.objects.get(), rustam, "Consent withdrawn on 3 May.")
    Worker().run_until_idle()
    assert names(folder / "done") == []


def _zip(path: Path, files: dict[str, str]) -> None:
    with ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
