"""What a handler says about its job is what the job's row says afterwards."""

import errno
import os
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from tocsin.jobs import handlers, lease, timetable
from tocsin.jobs.enqueue import enqueue, enqueue_and_do
from tocsin.jobs.errors import GiveUp, OnHold, Retry
from tocsin.jobs.models import Job
from tocsin.jobs.perform import MOST_ATTEMPTS, perform
from tocsin.jobs.tidy import tidy
from tocsin.jobs.timetable import every, lay_out


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Handlers of this test alone, and the payloads that `write` was given."""
    monkeypatch.setattr(handlers, "_handlers", dict(handlers._handlers))
    monkeypatch.setattr(timetable, "_every", dict(timetable._every))
    payloads: list[dict[str, Any]] = []
    handlers.handler("test.write")(payloads.append)
    return payloads


def end_with(error: Exception, attempts_before: int = 0) -> Job:
    """A job whose handler raised this, as it stands afterwards."""

    def refuse(payload: dict[str, Any]) -> None:
        raise error

    handlers._handlers["test.refuse"] = refuse
    enqueue("test.refuse", {"to": "kari@example.org"})
    Job.objects.update(attempts=attempts_before)
    perform(lease.take(1)[0])
    return Job.objects.get(kind="test.refuse")


@pytest.mark.django_db
def test_a_done_job_forgets_its_payload(seen: list[dict[str, Any]]) -> None:
    enqueue("test.write", {"to": "kari@example.org"}, key="letter 1")
    perform(lease.take(1)[0])
    job = Job.objects.get(key="letter 1")
    assert seen == [{"to": "kari@example.org"}]
    assert job.done_at is not None
    assert (job.payload, job.lease_until) == ({}, None)


@pytest.mark.django_db
@pytest.mark.parametrize("before", [0, MOST_ATTEMPTS - 1])
def test_what_somebody_holds_back_waits_and_that_is_no_attempt(
    seen: list[dict[str, Any]], before: int
) -> None:
    job = end_with(OnHold("sending is stopped", seconds=600), attempts_before=before)
    assert (job.attempts, job.failed_at, job.lease_until, job.error) == (
        before,
        None,
        None,
        "sending is stopped",
    )
    assert timedelta(seconds=590) < job.run_after - timezone.now() < timedelta(seconds=600)


@pytest.mark.django_db
def test_retry_puts_the_job_off_as_long_as_it_says(seen: list[dict[str, Any]]) -> None:
    job = end_with(Retry("mailbox busy", seconds=600))
    assert job.error == "mailbox busy"
    assert timedelta(seconds=590) < job.run_after - timezone.now() < timedelta(seconds=600)
    assert job.payload == {"to": "kari@example.org"}


@pytest.mark.django_db
def test_giving_up_is_final_and_says_why(seen: list[dict[str, Any]]) -> None:
    job = end_with(GiveUp("no such mailbox"))
    assert job.failed_at is not None
    assert job.error == "no such mailbox"


@pytest.mark.django_db
def test_a_fault_is_tried_again_and_its_words_stay_out_of_the_log(
    seen: list[dict[str, Any]], caplog: pytest.LogCaptureFixture
) -> None:
    job = end_with(ValueError("kari@example.org is wrong"))
    assert job.failed_at is None
    assert job.error == "ValueError: kari@example.org is wrong"
    assert "ValueError" in caplog.text
    assert "kari@example.org" not in caplog.text


@pytest.mark.django_db
def test_a_tenth_fault_is_the_last(seen: list[dict[str, Any]]) -> None:
    assert end_with(ValueError("broken"), attempts_before=9).failed_at is not None


@pytest.mark.django_db
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_a_file_that_finds_no_room_is_no_fault_of_the_job(
    seen: list[dict[str, Any]], caplog: pytest.LogCaptureFixture, number: int
) -> None:
    """However long the disk is full: a mail that waits in the folder is written when there is room."""
    assert end_with(OSError(number, os.strerror(number)), attempts_before=90).failed_at is None
    assert "waits for room" in caplog.text
    assert os.strerror(number) in caplog.text


@pytest.mark.django_db
def test_a_job_that_nobody_knows_waits_for_a_version_that_does() -> None:
    enqueue("from.the.future")
    perform(lease.take(1)[0])
    job = Job.objects.get()
    assert (job.failed_at, job.error) == (None, "this version knows no job of kind 'from.the.future'")


@pytest.mark.django_db
def test_two_handlers_for_one_kind_are_a_mistake(seen: list[dict[str, Any]]) -> None:
    with pytest.raises(ValueError, match="two handlers"):
        handlers.handler("test.write")(print)


@pytest.mark.django_db(transaction=True)
def test_enqueue_and_do_does_it_after_the_commit_and_no_sooner(seen: list[dict[str, Any]]) -> None:
    with transaction.atomic():
        enqueue_and_do("test.write", {"page": 1})
        assert seen == []
    assert seen == [{"page": 1}]
    assert Job.objects.get().done_at is not None


@pytest.mark.django_db(transaction=True)
def test_what_one_transaction_asks_for_twice_is_done_once_after_all_of_it(seen: list[dict[str, Any]]) -> None:
    with transaction.atomic():
        for page in (1, 2, 1):
            enqueue_and_do("test.write", {"page": page})
    assert seen == [{"page": 1}, {"page": 2}]
    enqueue_and_do("test.write", {"page": 1})
    assert seen == [{"page": 1}, {"page": 2}, {"page": 1}]
    assert Job.objects.filter(done_at=None).count() == 0


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_takes_nothing_along_that_was_asked_for_after_it(
    seen: list[dict[str, Any]],
) -> None:
    def ask_and_fail() -> None:
        with transaction.atomic():
            enqueue_and_do("test.write", {"page": 1})
            raise GiveUp("on second thoughts")

    with transaction.atomic():
        with pytest.raises(GiveUp):
            ask_and_fail()
        enqueue_and_do("test.write", {"page": 1})
    assert (seen, Job.objects.count()) == ([{"page": 1}], 1)


@pytest.mark.django_db(transaction=True)
def test_what_could_not_be_done_at_once_is_left_to_a_worker(seen: list[dict[str, Any]]) -> None:
    def refuse(payload: dict[str, Any]) -> None:
        raise Retry("disk full", seconds=0)

    handlers._handlers["test.write"] = refuse
    enqueue_and_do("test.write", {"page": 1})
    handlers._handlers["test.write"] = seen.append
    perform(lease.take(1)[0])
    assert seen == [{"page": 1}]


@pytest.mark.django_db
def test_a_timetable_comes_back_in_one_row_whatever_happens(seen: list[dict[str, Any]]) -> None:
    every("test.write", seconds=60)
    lay_out()
    lay_out()
    perform(next(job for job in lease.take(50) if job.kind == "test.write"))
    job = Job.objects.get(kind="test.write")
    assert (job.done_at, job.attempts, job.lease_until) == (None, 0, None)
    assert timedelta(seconds=50) < job.run_after - timezone.now() < timedelta(seconds=60)


@pytest.mark.django_db
def test_what_is_over_is_forgotten_in_time(seen: list[dict[str, Any]]) -> None:
    failed = end_with(GiveUp("no such mailbox"))
    tidy({}, now=timezone.now() + timedelta(hours=71))
    failed.refresh_from_db()
    assert failed.payload == {"to": "kari@example.org"}
    tidy({}, now=timezone.now() + timedelta(hours=73))
    failed.refresh_from_db()
    assert (failed.payload, failed.error) == ({}, "")
    tidy({}, now=timezone.now() + timedelta(days=8))
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_a_key_guards_for_half_a_year(seen: list[dict[str, Any]]) -> None:
    enqueue("test.write", key="letter 1")
    perform(lease.take(1)[0])
    tidy({}, now=timezone.now() + timedelta(days=179))
    assert enqueue("test.write", key="letter 1") is None
    tidy({}, now=timezone.now() + timedelta(days=181))
    assert enqueue("test.write", key="letter 1") is not None
