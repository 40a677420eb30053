"""Bringing a report in at the desk."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.cases.test_accept import reviewed
from tests.reports.drafts import TEXT
from tocsin.cases.accept import accept_report
from tocsin.intake import archive
from tocsin.jobs.worker import Worker
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.models import Arrival, Report

ADDRESS = "/desk/reports/new"
pytestmark = pytest.mark.django_db(transaction=True)  # what is short is read right after the commit
SCAN = b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256))


def upload(client: Client, *files: tuple[str, bytes], **more: str) -> HttpResponse:
    given = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(ADDRESS, {"file": given, **more})


def zipped(*files: tuple[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return packed.getvalue()


def test_a_pasted_text_is_kept_as_it_was_pasted(dana_at_desk: Client) -> None:
    response = dana_at_desk.post(ADDRESS, {"text": TEXT.replace("\n", "\r\n"), "published": "2015-05-08"})
    report = Report.objects.get()
    assert response["Location"] == reverse("report", args=[report.public_id])
    assert (report.text, report.published, report.name) == (TEXT, "2015-05-08", TEXT.splitlines()[0])


def test_a_file_is_uploaded(dana_at_desk: Client) -> None:
    file = SimpleUploadedFile("marwede.txt", TEXT.encode())
    dana_at_desk.post(ADDRESS, {"file": file, "publisher": "Harbour Bulletin"})
    report = Report.objects.get()
    assert (report.name, bytes(report.original), report.publisher) == (
        "marwede.txt",
        TEXT.encode(),
        "Harbour Bulletin",
    )


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Paste a text or choose a file."),
        ({"text": "x", "file": SimpleUploadedFile("a.txt", b"y")}, "send one of them"),
        ({"text": TEXT, "published": "in spring"}, "is not a date"),
        ({"file": SimpleUploadedFile("empty.txt", b"")}, "empty.txt: "),
        ({"file": SimpleUploadedFile("huge.txt", b"a" * (10 * 1024 * 1024 + 5))}, "huge.txt: "),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_stored(
    dana_at_desk: Client, given: dict[str, object], sentence: str
) -> None:
    for value in given.values():
        if isinstance(value, SimpleUploadedFile):
            value.seek(0)
    response = dana_at_desk.post(ADDRESS, given)
    assert (response.status_code, sentence in response.content.decode()) == (422, True)
    assert (Report.objects.count(), Arrival.objects.count()) == (0, 0)


BROKEN = b"PK\x03\x04 and no more"


def test_a_bad_file_is_told_at_once_and_kept_with_its_reason(dana_at_desk: Client, dana: Member) -> None:
    where = upload(dana_at_desk, ("broken.zip", BROKEN), publisher="Harbour Bulletin")["Location"]
    arrival = Arrival.objects.get()
    assert where == reverse("arrival", args=[arrival.public_id])
    assert (arrival.state, bytes(arrival.data), arrival.arrived_by) == ("failed", BROKEN, dana)
    page = dana_at_desk.get(where).content.decode()
    for words in ("damaged or cut short", "The file is kept as it came in", "Try again", f"{where}file"):
        assert words in page
    inbox = dana_at_desk.get(reverse("desk_home")).content.decode()
    assert where in inbox
    assert "damaged or cut short" in inbox
    upload(dana_at_desk, ("again.zip", BROKEN))
    assert Arrival.objects.count() == 1


def test_beside_good_files_a_bad_one_is_told_and_kept(dana_at_desk: Client) -> None:
    where = upload(dana_at_desk, ("one.txt", TEXT.encode()), ("broken.zip", BROKEN))["Location"]
    page = dana_at_desk.get(where).content.decode()
    assert "broken.zip: a zip that is damaged or cut short" in page
    assert "It is kept, and waits in the inbox." in page
    assert "1 file is stored." in page
    assert sorted(Arrival.objects.values_list("state", flat=True)) == ["failed", "read"]


def test_what_was_kept_is_handed_out_byte_for_byte_to_who_may_and_noted(
    dana_at_desk: Client, petra: Member
) -> None:
    where = upload(dana_at_desk, ("bröken.zip", BROKEN))["Location"]
    answer = dana_at_desk.get(f"{where}file")
    assert answer.content == BROKEN
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Type"] == "application/octet-stream"
    assert AuditEntry.objects.filter(act="arrival.taken").count() == 1
    assert Client().get(f"{where}file").status_code == 404
    Member.objects.filter(name="Dana").update(role="viewer")
    assert dana_at_desk.get(f"{where}file").status_code == 403


def test_once_dismissed_there_is_nothing_to_hand_out(dana_at_desk: Client, rustam_at_desk: Client) -> None:
    where = upload(dana_at_desk, ("broken.zip", BROKEN))["Location"]
    assert rustam_at_desk.post(f"{where}dismiss", {"sure": "on"}).status_code == 302
    assert bytes(Arrival.objects.get().data) == b""
    assert AuditEntry.objects.filter(act="arrival.dismissed").count() == 1
    assert rustam_at_desk.get(f"{where}file").status_code == 404


def test_tried_again_a_bad_zip_says_why_anew_and_gives_what_it_holds_once_it_opens(
    dana_at_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 1)
    two = zipped(("one.txt", TEXT.encode() + b"One."), ("two.txt", TEXT.encode() + b"Two."))
    where = upload(dana_at_desk, ("two.zip", two), published="2015-05-08")["Location"]
    dana_at_desk.post(f"{where}again")
    arrival = Arrival.objects.get()
    assert (arrival.state, bytes(arrival.data)) == ("failed", two)
    assert "it holds more than 1 files" in arrival.reason
    monkeypatch.undo()
    page = dana_at_desk.post(f"{where}again", follow=True).content.decode()
    assert "It opened: 2 files came in." in page
    assert sorted(Report.objects.values_list("name", "published")) == [
        ("one.txt", "2015-05-08"),
        ("two.txt", "2015-05-08"),
    ]


def test_a_bad_zip_that_is_kept_to_reviewers_stays_so_and_what_it_holds_too(
    dana_at_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 1)
    two = zipped(("one.txt", TEXT.encode() + b"One."), ("two.txt", TEXT.encode() + b"Two."))
    where = upload(dana_at_desk, ("two.zip", two))["Location"]
    assert not Arrival.objects.get().is_confidential
    upload(dana_at_desk, ("two.zip", two), readers="reviewers")
    assert Arrival.objects.get().is_confidential
    monkeypatch.undo()
    dana_at_desk.post(f"{where}again")
    assert Report.objects.exclude(confidential_at=None).count() == 2


def test_what_is_larger_than_we_take_is_refused_and_not_kept(dana_at_desk: Client) -> None:
    response = upload(dana_at_desk, ("huge.zip", b"PK\x03\x04" + b"a" * (25 * 2**20)))
    assert (response.status_code, "send it in parts" in response.content.decode()) == (422, True)
    assert Arrival.objects.count() == 0


def test_a_picture_waits_for_the_worker_and_then_says_why(dana_at_desk: Client) -> None:
    response = upload(dana_at_desk, ("picture.png", SCAN))
    arrival = Arrival.objects.get()
    assert response["Location"] == reverse("arrival", args=[arrival.public_id])
    assert (arrival.state, bytes(arrival.data)) == ("waiting", SCAN)
    assert "Waiting to be read" in dana_at_desk.get(response["Location"]).content.decode()
    Worker().run_until_idle()
    page = dana_at_desk.get(response["Location"]).content.decode()
    assert "Could not be read" in page
    assert "The file is kept as it came in" in page
    assert "data-version" in page


def test_a_worker_that_has_read_it_leads_on_to_the_report(dana_at_desk: Client) -> None:
    mail = (
        b"Return-Path: <[email protected]>\r\nSubject: Beaten\r\nFrom: [email protected]\r\n\r\n"
        + TEXT.encode()
    )
    where = upload(dana_at_desk, ("beaten.eml", mail))["Location"]
    Worker().run_until_idle()
    report = Report.objects.get()
    assert reverse("report", args=[report.public_id]) in dana_at_desk.get(where).content.decode()
    assert bytes(Arrival.objects.get().data) == b"", "the report keeps the bytes"


def test_several_files_and_a_zip_are_stored_each_on_its_own(dana_at_desk: Client) -> None:
    files = zipped(("appeals/one.txt", TEXT.encode() + b"One."), ("two.txt", TEXT.encode() + b"Two."))
    response = upload(
        dana_at_desk, ("three.txt", TEXT.encode() + b"Three."), ("both.zip", files), ("empty.txt", b"")
    )
    assert response["Location"] == reverse("desk_home")
    page = dana_at_desk.get(response["Location"]).content.decode()
    assert "3 files are stored." in page
    assert "empty.txt: this file is empty" in page
    assert sorted(Report.objects.values_list("name", flat=True)) == [
        "appeals/one.txt",
        "three.txt",
        "two.txt",
    ]


def test_a_text_known_from_a_case_of_others_is_said_to_be_known_and_no_more(
    dana_at_desk: Client, rustam: Member
) -> None:
    case = accept_report(reviewed(rustam), rustam)
    where = dana_at_desk.post(ADDRESS, {"text": TEXT})["Location"]
    page = dana_at_desk.get(where).content.decode()
    assert "part of a case that you are not on" in page
    assert (case.title in page, "/desk/reports/" in page.replace("/desk/reports/new", "")) == (False, False)


def test_the_same_text_again_leads_to_the_stored_report(dana_at_desk: Client, rustam_at_desk: Client) -> None:
    dana_at_desk.post(ADDRESS, {"text": TEXT})
    response = rustam_at_desk.post(ADDRESS, {"text": TEXT}, follow=True)
    assert "brought in before" in response.content.decode()
    assert Report.objects.count() == 1


def test_a_stranger_finds_nothing() -> None:
    assert (Client().get(ADDRESS).status_code, Client().post(ADDRESS, {"text": TEXT}).status_code) == (
        404,
        404,
    )
    assert Report.objects.count() == 0
