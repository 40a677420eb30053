"""What is typed and not saved: kept for its writer alone, and forgotten in time."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests.reports.drafts import a_report
from tocsin.jobs.models import Job
from tocsin.jobs.timetable import lay_out
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.autosave import FORGET, forget_typed, forget_unsaved, keep_typed, unsaved
from tocsin.reports.decide import accept
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Report, ReviewField, ReviewStep, UnsavedWords
from tocsin.reports.open_review import open_review


@pytest.fixture
def report(rustam: Member) -> Report:
    report = a_report()
    open_review(report, rustam)
    return report


def test_it_is_kept_for_its_writer_alone(report: Report, rustam: Member, petra: Member) -> None:
    entries = AuditEntry.objects.count()
    keep_typed(report, "value-7", "solic", rustam)
    keep_typed(report, "value-7", "solicitor", rustam)
    keep_typed(report, "add-people", "Anna", petra)
    assert unsaved(report, rustam) == {"value-7": "solicitor"}
    assert AuditEntry.objects.count() == entries


def test_nothing_typed_and_a_saved_word_are_forgotten(report: Report, rustam: Member) -> None:
    for place in ("value-7", "value-8"):
        keep_typed(report, place, "solicitor", rustam)
    keep_typed(report, "value-7", "  ", rustam)
    forget_typed(report, ["value-8"], rustam)
    assert unsaved(report, rustam) == {}


@pytest.mark.parametrize("place", ["", "value-", "value-x", "csrf", "value-7; drop", "add-" + "a" * 60])
def test_what_is_no_place_of_a_review_is_refused(report: Report, rustam: Member, place: str) -> None:
    with pytest.raises(CannotReview):
        keep_typed(report, place, "solicitor", rustam)
    assert UnsavedWords.objects.count() == 0


def test_a_whole_book_is_not_kept(report: Report, rustam: Member) -> None:
    with pytest.raises(CannotReview, match="too long"):
        keep_typed(report, "add-people", "a" * 20_001, rustam)


def test_only_a_reviewer_leaves_words(report: Report, dana: Member) -> None:
    with pytest.raises(PermissionDenied):
        keep_typed(report, "value-7", "solicitor", dana)


def test_after_14_days_all_of_it_goes(report: Report, rustam: Member) -> None:
    keep_typed(report, "value-7", "old", rustam)
    accept([ReviewField.objects.filter(item__report=report).first()], rustam)
    long_ago = timezone.now() - timedelta(days=14, minutes=1)
    UnsavedWords.objects.update(kept_at=long_ago)
    ReviewStep.objects.update(at=long_ago)
    keep_typed(report, "value-8", "new", rustam)
    forget_unsaved({})
    assert (unsaved(report, rustam), ReviewStep.objects.count()) == ({"value-8": "new"}, 0)


def test_the_worker_is_told_to_forget(db: None) -> None:
    lay_out()
    assert Job.objects.filter(kind=FORGET).count() == 1
