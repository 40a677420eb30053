"""Setting and ending deadlines, and who is reminded when."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests.cases.asking import CANARY, a_case, attempt
from tests.cases.test_accept import reviewed
from tocsin.cases.deadlines.finish import finish_deadline, take_up_deadline
from tocsin.cases.deadlines.queries import days_left, due_soon, open_deadlines
from tocsin.cases.deadlines.remind import calling, remind, stage_of
from tocsin.cases.deadlines.set_deadline import correct_deadline, set_deadline
from tocsin.cases.errors import CannotChange
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.models import Case, Deadline
from tocsin.jobs.models import Job
from tocsin.members.models import AuditEntry, Member

DUE = date(2026, 3, 20)
# Noon in Kazakhstan.
NOON = datetime(2026, 3, 1, 7, 0, tzinfo=UTC)


def a_deadline(
    case: Case, by: Member, due_on: date = DUE, set_at: datetime = NOON, **more: object
) -> Deadline:
    deadline = set_deadline(case, "remand", due_on, by, note="remand of the lawyer ends")
    Deadline.objects.filter(pk=deadline.pk).update(set_at=set_at, **more)
    deadline.refresh_from_db()
    return deadline


def on(day: date, hour: int = 7) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def mails() -> list[tuple[str, str]]:
    jobs = Job.objects.filter(kind="post.mail").order_by("pk")
    return [(job.payload["to"], job.payload["subject"]) for job in jobs]


def test_each_member_is_reminded_once_a_week_before_a_day_before_and_on_the_day(
    rustam: Member, dana: Member, petra: Member
) -> None:
    a_deadline(a_case(rustam, dana), rustam)
    for day in range(25):
        for hour in (1, 7, 13):
            remind({}, on(date(2026, 3, 5) + timedelta(days=day), hour))
    told = ["in 7 days", "tomorrow", "today"]
    assert sorted(mails()) == sorted(
        (m.email, f"A date in “Kazakhstan, March 2026”: {when}") for m in (rustam, dana) for when in told
    )


def test_the_day_begins_where_the_events_are(rustam: Member) -> None:
    deadline = a_deadline(a_case(rustam), rustam)
    assert stage_of(deadline, datetime(2026, 3, 12, 18, 59, tzinfo=UTC)) is None
    assert stage_of(deadline, datetime(2026, 3, 12, 19, 0, tzinfo=UTC)) == 7


@pytest.mark.parametrize(
    ("left", "stage"), [(8, None), (7, 7), (5, 7), (2, 7), (1, 1), (0, 0), (-1, 0), (-2, 0), (-3, None)]
)
def test_a_worker_that_stood_still_catches_up(rustam: Member, left: int, stage: int | None) -> None:
    deadline = a_deadline(a_case(rustam), rustam)
    assert stage_of(deadline, on(DUE - timedelta(days=left))) == stage


@pytest.mark.parametrize(
    ("set_before", "stages"), [(8, [7, 1, 0]), (7, [1, 0]), (3, [1, 0]), (1, [0]), (0, [])]
)
def test_what_was_set_late_reminds_of_what_still_comes(
    rustam: Member, set_before: int, stages: list[int]
) -> None:
    deadline = a_deadline(a_case(rustam), rustam, set_at=on(DUE - timedelta(days=set_before)))
    came = [stage_of(deadline, on(DUE - timedelta(days=left))) for left in (7, 1, 0)]
    assert [stage for stage in came if stage is not None] == stages


def test_a_reminder_names_nobody(rustam: Member) -> None:
    case = a_case(rustam)
    Case.objects.filter(pk=case.pk).update(title=f"Where is {CANARY}?")
    a_deadline(case, rustam)
    remind({}, on(DUE))
    [job] = Job.objects.filter(kind="post.mail")
    assert job.payload["subject"] == "A date in “aktau-2026”: today"
    assert "/desk/cases/aktau-2026/deadlines" in job.payload["text"]
    for part in [*CANARY.split(), "remand", "lawyer"]:
        assert part not in str(job.payload)


def test_a_title_with_a_name_that_no_case_has_taken_is_not_told(rustam: Member) -> None:
    case = a_case(rustam)
    case.reports.add(reviewed(rustam))
    case.title = "Free Lina Marwede"
    assert calling(case) == "aktau-2026"


def test_done_reminds_no_more_until_it_is_taken_up_again(rustam: Member) -> None:
    deadline = a_deadline(a_case(rustam), rustam)
    finish_deadline(deadline, rustam)
    remind({}, on(DUE))
    assert (mails(), open_deadlines(deadline.case)) == ([], [])
    take_up_deadline(deadline, rustam)
    remind({}, on(DUE))
    assert len(mails()) == 1
    acts = AuditEntry.objects.filter(subject=f"deadline {deadline.pk}").order_by("pk")
    assert [a.act for a in acts] == ["deadline.set", "deadline.done", "deadline.taken_up"]


def test_one_that_was_moved_reminds_anew(rustam: Member) -> None:
    deadline = a_deadline(a_case(rustam), rustam)
    remind({}, on(DUE))
    soon = timezone.now().date() + timedelta(days=20)
    correct_deadline(deadline, "hearing", soon, rustam)
    remind({}, on(soon - timedelta(days=7)))
    assert len(mails()) == 2


def test_who_left_is_not_written_to(rustam: Member, dana: Member) -> None:
    case = a_case(rustam, dana)
    a_deadline(case, rustam)
    case.members.get(member=dana).delete()
    Member.objects.filter(pk=rustam.pk).update(is_active=False)
    remind({}, on(DUE))
    assert mails() == []


def test_soonest_first_with_the_days_left(rustam: Member, petra: Member) -> None:
    case, today = a_case(rustam), timezone.now().date()
    for days in (30, -2, 3):
        set_deadline(case, "hearing", today + timedelta(days=days), rustam)
    noon = on(today)
    assert [(d.days_left, d.is_past) for d in open_deadlines(case, noon)] == [
        (-2, True),
        (3, False),
        (30, False),
    ]
    assert [d.days_left for d in due_soon(rustam, noon)] == [-2, 3]
    assert due_soon(petra, noon) == []
    assert days_left(Deadline.objects.latest("pk"), noon) == 3


def test_what_cannot_be_is_refused(rustam: Member, petra: Member) -> None:
    case = a_case(rustam)
    for kind, due_on in (("birthday", DUE), ("hearing", date(1926, 1, 1))):
        with pytest.raises(CannotChange):
            set_deadline(case, kind, due_on, rustam)
    with pytest.raises(PermissionDenied):
        set_deadline(case, "hearing", DUE, petra)
    assert Deadline.objects.count() == 0


def test_a_next_step_becomes_one_deadline_however_often_it_is_pressed(rustam: Member) -> None:
    case = a_case(rustam)
    inquiry = log_inquiry(case, attempt("refused", office_name="Police"), rustam)
    first, second = (set_deadline(case, "ask_again", DUE, rustam, after=inquiry) for _ in range(2))
    assert first == second
