"""The outbox takes a job in the caller's transaction, and the same key once."""

import pytest
from django.db import transaction

from tocsin.jobs.enqueue import enqueue
from tocsin.jobs.models import Job


class RolledBack(Exception):
    pass


@pytest.mark.django_db
def test_the_same_key_is_stored_once() -> None:
    first = enqueue("letters.count", {"number": 1}, key="letter 1")
    assert first is not None
    assert enqueue("letters.count", {"number": 2}, key="letter 1") is None
    assert [job.payload for job in Job.objects.filter(kind="letters.count")] == [{"number": 1}]


@pytest.mark.django_db
def test_jobs_without_a_key_are_all_stored() -> None:
    enqueue("letters.count")
    enqueue("letters.count")
    assert Job.objects.filter(kind="letters.count").count() == 2


@pytest.mark.django_db
def test_a_job_goes_with_the_transaction_that_asked_for_it() -> None:
    def ask_and_fail() -> None:
        with transaction.atomic():
            enqueue("letters.count", key="letter 1")
            raise RolledBack

    with pytest.raises(RolledBack):
        ask_and_fail()
    assert not Job.objects.filter(kind="letters.count").exists()
