"""Who is at work on a review, and how long: pauses of over five minutes are left out."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.reports.drafts import a_report
from tocsin.members.models import Member
from tocsin.reports.decide import accept, correct
from tocsin.reports.models import Report, ReviewField, ReviewItem, ReviewSitting
from tocsin.reports.open_review import open_review
from tocsin.reports.review_numbers import reviewed, weaknesses
from tocsin.reports.sitting import Work, at_work, is_here, others_here, work_on


@pytest.fixture
def report(rustam: Member) -> Report:
    report = a_report()
    open_review(report, rustam)
    return report


def later(**time: float) -> None:
    """Lets this much time pass: everything that is noted lies that much further back."""
    for sitting in ReviewSitting.objects.all():
        for name in ("began_at", "last_act_at", "seen_at"):
            setattr(sitting, name, getattr(sitting, name) - timedelta(**time))
        sitting.save()


def test_seconds_at_work_leave_long_pauses_out(report: Report, rustam: Member) -> None:
    at_work(report, rustam)
    later(minutes=4)
    at_work(report, rustam)
    later(minutes=6)
    at_work(report, rustam)
    later(seconds=30)
    at_work(report, rustam)
    assert [s.seconds for s in ReviewSitting.objects.all()] == [240, 30]
    assert work_on(report) == Work(270, 0, 0, 1)


def test_decisions_and_corrections_are_counted(report: Report, rustam: Member, petra: Member) -> None:
    rows = list(ReviewField.objects.filter(item__report=report)[:3])
    accept(rows, rustam)
    correct(rows[1], "solicitor", petra)
    work = work_on(report)
    assert (work.decisions, work.corrections, work.people) == (4, 1, 2)


def test_who_has_the_page_open_is_seen_by_others_and_where(
    report: Report, rustam: Member, petra: Member
) -> None:
    item = ReviewItem.objects.filter(report=report).first()
    at_work(report, rustam, item)
    assert [(s.member, s.item) for s in others_here(report, petra)] == [(rustam, item)]
    assert others_here(report, rustam) == []
    later(seconds=50)
    assert others_here(report, petra) == []
    is_here(report, rustam)
    assert [s.member for s in others_here(report, petra)] == [rustam]


def test_an_open_page_alone_is_no_work(report: Report, rustam: Member) -> None:
    at_work(report, rustam)
    later(minutes=4)
    is_here(report, rustam)
    assert ReviewSitting.objects.get().seconds == 0


def test_the_numbers_say_where_the_reader_is_weak(report: Report, rustam: Member) -> None:
    people = ReviewField.objects.filter(item__report=report, item__section="people")
    accept(people.exclude(name="role"), rustam)
    correct(people.get(name="role"), "solicitor", rustam)
    [weak] = weaknesses([report])
    assert (weak.section, weak.accepted, weak.corrected, weak.wrong_percent) == ("people", 3, 1, 25)
    assert [row.work.decisions for row in reviewed(Report.objects.all())] == [4]
    assert timezone.now() - reviewed(Report.objects.all())[0].last_at < timedelta(minutes=1)
