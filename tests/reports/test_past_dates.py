"""What has happened has a date that is over."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.reports.drafts import a_report
from tocsin.members.models import Member
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.kinds.measured import Date
from tocsin.reports.kinds.past import PastDate, is_before
from tocsin.reports.models import Arrival
from tocsin.reports.set_published import set_published


@pytest.mark.parametrize("typed", ["2011-06-15", "2011", "XXXX-06-16", "2011-06-05?", "2011/.."])
def test_what_has_begun_is_taken(typed: str) -> None:
    assert PastDate().read(typed) == typed


def test_tomorrow_is_taken_for_it_may_be_today_elsewhere() -> None:
    tomorrow = timezone.now().astimezone(UTC).date() + timedelta(days=1)
    assert PastDate().read(tomorrow.isoformat()) == tomorrow.isoformat()


@pytest.mark.parametrize(
    "typed", ["2999", "2999-01", "2999-01-01?", "2999-01-01/2999-01-02", "2999-01-01/.."]
)
def test_what_lies_ahead_is_a_slip(typed: str) -> None:
    with pytest.raises(CannotRead, match="lies ahead"):
        PastDate().read(typed)


def test_a_stretch_ends_after_it_begins() -> None:
    with pytest.raises(CannotRead, match="ends before it begins"):
        Date().read("2011-06-07/2011-06-05")
    assert Date().read("2011-06/2011-06-05") == "2011-06/2011-06-05"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("2011-06-04", "2011-06-05", True), ("2011-06", "2011-06-05", False), ("", "2011", False), ("2010", "2011/..", True)],
)  # fmt: skip
def test_before_means_all_of_it(one: str, other: str, expected: bool) -> None:
    assert is_before(one, other) == expected


@pytest.mark.django_db
def test_a_report_was_not_published_in_a_year_to_come(rustam: Member, dana_at_desk: Client) -> None:
    report, ahead = a_report(), f"{datetime.now(UTC).year + 2}-01-01"
    with pytest.raises(CannotRead, match="lies ahead"):
        set_published(report, ahead, rustam)
    form = {"text": "Police beat dockers in Riga.", "published": ahead}
    answer = dana_at_desk.post("/desk/reports/new", form)
    assert (answer.status_code, Arrival.objects.count()) == (422, 0)
    assert "lies ahead" in answer.content.decode()
    assert "Police beat dockers in Riga." in answer.content.decode()
