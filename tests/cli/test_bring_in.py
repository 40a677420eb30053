"""Reading files and web addresses into the desk."""

from pathlib import Path

import pytest
from tests.intake.making import pdf

from tocsin.cli.bring_in import bring_in
from tocsin.reports.models import Report

WORDS = "Poland: Ewa Nikomu was arrested in Gdynia on Monday."
pytestmark = pytest.mark.django_db


def test_a_pdf_is_kept_as_received_with_its_words_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "appeal.pdf"
    file.write_bytes(pdf([WORDS]))
    assert bring_in([str(file)]) == 1
    report = Report.objects.get()
    assert (report.name, report.media_type, report.text) == ("appeal.pdf", "application/pdf", WORDS)
    assert bytes(report.original) == file.read_bytes()


def test_a_web_address_is_kept_with_where_it_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tocsin.fetching.page.fetch_page", lambda url: (f"<p>{WORDS}</p>".encode(), url + "/at-last")
    )
    assert bring_in(["https://appeal.example/a"], online=True) == 1
    report = Report.objects.get()
    assert (report.text, report.source_url) == (WORDS, "https://appeal.example/a/at-last")


def test_a_web_address_is_not_fetched_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    assert bring_in(["https://appeal.example/a"]) == 0
    assert "unless you ask for it with --online" in "".join(capsys.readouterr())
    assert Report.objects.count() == 0
