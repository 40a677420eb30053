"""Saying when a report was published."""

import pytest

from tocsin.members.models import Member
from tocsin.reports.decide import accept
from tocsin.reports.errors import CannotReview
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.models import Report, ReviewField, ReviewItem
from tocsin.reports.open_review import open_review
from tocsin.reports.receive import receive
from tocsin.reports.set_aside import set_aside, take_back
from tocsin.reports.set_published import set_published

TEXT = """Estonia: police arrest ferry workers in Tallinn

On 16 June police arrested twelve ferry workers in Tallinn, Estonia.
"""


@pytest.fixture
def report(dana: Member) -> Report:
    return receive(TEXT.encode(), "ferry.txt", by=dana)


def dates(report: Report) -> list[str]:
    return [i["date"] for i in report.draft["incidents"] if i["date"]]


def test_the_date_lets_the_report_be_read_again(report: Report, rustam: Member) -> None:
    assert dates(report)[0].startswith("XXXX-06-16")
    assert set_published(report, "2013-06-20", rustam) is True
    report.refresh_from_db()
    assert (dates(report)[0].rstrip("?"), report.published) == ("2013-06-16", "2013-06-20")


def test_a_review_that_nobody_touched_is_laid_out_again(report: Report, rustam: Member) -> None:
    open_review(report, rustam)
    set_published(report, "2013-06-20", rustam)
    proposed = ReviewField.objects.filter(item__report=report, name="date").values_list("value", flat=True)
    assert {date[:4] for date in proposed} == {"2013"}


def test_once_a_field_is_decided_the_draft_stays(report: Report, rustam: Member) -> None:
    open_review(report, rustam)
    accept([ReviewField.objects.filter(item__report=report).first()], rustam)
    items = list(ReviewItem.objects.values_list("pk", flat=True))
    report.refresh_from_db()
    before = report.draft
    assert set_published(report, "2013-06-20", rustam) is False
    report.refresh_from_db()
    assert (report.published, report.draft) == ("2013-06-20", before)
    assert list(ReviewItem.objects.values_list("pk", flat=True)) == items


@pytest.mark.parametrize("typed", ["", "yesterday", "2013-02-30", "20.6.2013"])
def test_what_is_no_date_is_refused(report: Report, rustam: Member, typed: str) -> None:
    with pytest.raises(CannotRead):
        set_published(report, typed, rustam)
    report.refresh_from_db()
    assert report.published == ""


def test_a_report_set_aside_keeps_its_text_and_can_be_taken_back(report: Report, rustam: Member) -> None:
    set_aside(report, rustam, "A press review, no appeal")
    report.refresh_from_db()
    assert (report.state, report.text) == ("rejected", TEXT)
    with pytest.raises(CannotReview, match="Take it back"):
        open_review(report, rustam)
    take_back(report, rustam)
    report.refresh_from_db()
    assert report.state == "received"


def test_setting_aside_needs_a_reason(report: Report, rustam: Member) -> None:
    with pytest.raises(CannotReview, match="why"):
        set_aside(report, rustam, " ")
    report.refresh_from_db()
    assert report.state == "received"
