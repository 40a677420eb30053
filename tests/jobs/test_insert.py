"""A row by one statement is the row that the ORM would have stored."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tocsin.jobs.insert import insert
from tocsin.jobs.models import Job
from tocsin.supporters.models import Supporter

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def without_key(row: object) -> dict[str, object]:
    return {name: value for name, value in vars(row).items() if name not in ("id", "_state")}


def test_it_is_as_if_the_orm_had_stored_it() -> None:
    given = {"kind": "x", "payload": {"é": [1, None]}, "run_after": NOW, "created_at": NOW}
    by_hand, by_orm = Job.objects.get(pk=insert(Job, **given)), Job.objects.create(**given)
    assert without_key(by_hand) == without_key(Job.objects.get(pk=by_orm.pk))


def test_what_is_not_given_gets_the_defaults_anew_each_time() -> None:
    given = {
        "fingerprint": "f",
        "name": "Ō'Neill %s",
        "email": "o@x.example",
        "country": "NO",
        "language": "en",
    }
    one, other = (Supporter.objects.get(pk=insert(Supporter, **given)) for _ in range(2))
    assert one.public_id != other.public_id
    assert (one.name, one.confirmed_at, one.asked_times) == ("Ō'Neill %s", None, 1)


def test_the_databases_own_rules_hold() -> None:
    given = {
        "public_id": uuid.uuid4(),
        "fingerprint": "f",
        "name": "",
        "email": "",
        "country": "",
        "language": "",
    }
    insert(Supporter, **given)
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(Supporter, **given)
