"""Bringing a report in at the desk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.reports.drafts import TEXT
from tocsin.reports.models import Report

ADDRESS = "/desk/reports/new"


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
        (
            {"file": SimpleUploadedFile("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256)))},
            "picture.png: ",
        ),
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
    assert Report.objects.count() == 0


def test_the_same_text_again_leads_to_the_stored_report(dana_at_desk: Client, rustam_at_desk: Client) -> None:
    dana_at_desk.post(ADDRESS, {"text": TEXT})
    response = rustam_at_desk.post(ADDRESS, {"text": TEXT}, follow=True)
    assert "brought in before" in response.content.decode()
    assert Report.objects.count() == 1


@pytest.mark.django_db
def test_a_stranger_finds_nothing() -> None:
    assert (Client().get(ADDRESS).status_code, Client().post(ADDRESS, {"text": TEXT}).status_code) == (
        404,
        404,
    )
    assert Report.objects.count() == 0
