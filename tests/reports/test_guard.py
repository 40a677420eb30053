"""What the database itself refuses to change of a stored report."""

from typing import Any

import pytest
from django.db import Error, transaction

from tests.reports.drafts import a_report, draft
from tocsin.members.models import Member
from tocsin.reports.decide import accept
from tocsin.reports.models import Report, ReviewField
from tocsin.reports.open_review import open_review
from tocsin.reports.seal import seal_words


def change(report: Report, **fields: Any) -> None:
    with transaction.atomic():
        Report.objects.filter(pk=report.pk).update(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"original": b"other"},
        {"text": "other"},
        {"sha256": "0" * 64},
        {"text": "", "original": b""},
        {"text": "other", "original": b"", "draft": {}, "state": "sealed", "sealed_at": "2020-01-01T00:00Z"},
    ],
)
def test_bytes_text_and_hash_never_change(db: None, fields: dict[str, Any]) -> None:
    report = a_report()
    with pytest.raises(Error):
        change(report, **fields)
    report.refresh_from_db()
    assert (bytes(report.original), report.sealed_at) == (report.text.encode(), None)


def test_the_draft_may_be_read_again_only_until_somebody_judged_it(rustam: Member) -> None:
    report = a_report()
    open_review(report, rustam)
    change(report, draft=draft(links=[]))
    accept(ReviewField.objects.filter(item__report=report)[:1], rustam)
    with pytest.raises(Error):
        change(report, draft=draft())
    report.refresh_from_db()
    assert report.draft["links"] == []


def test_what_else_is_known_of_a_report_may_change(db: None) -> None:
    report = a_report()
    report.publisher, report.state = "Another paper", "rejected"
    report.save()
    assert Report.objects.get(pk=report.pk).publisher == "Another paper"


def test_a_sealed_report_is_never_unsealed(rustam: Member) -> None:
    report = seal_words(a_report(), rustam, "consent withdrawn")
    for fields in ({"sealed_at": None, "state": "rejected"}, {"text": "other"}, {"draft": draft()}):
        with pytest.raises(Error):
            change(report, **fields)
