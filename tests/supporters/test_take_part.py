"""Who takes part, and who is forgotten, with a moved clock."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests import cast

from tocsin.supporters.address import fingerprint
from tocsin.supporters.confirm import confirm
from tocsin.supporters.erase import erase_unconfirmed
from tocsin.supporters.models import Supporter
from tocsin.supporters.take_part import MOST_WAITING, Person, known_of, take_part

pytestmark = pytest.mark.django_db
SAM = Person("Sam", cast.SAM, "NO", "en")
NOW = timezone.now()


def joins(person: Person = SAM, action: str = "action 1", **given: datetime) -> Supporter:
    stored = asks(person, action, **given)
    assert stored is not None
    return Supporter.objects.get(pk=stored)


def asks(person: Person = SAM, action: str = "action 1", now: datetime = NOW) -> int | None:
    mark = fingerprint(person.email, action)
    return take_part(person, mark, known_of(mark, now), now)


def test_several_may_wait_for_one_address_but_not_many() -> None:
    for _ in range(MOST_WAITING):
        joins()
    assert asks() is None
    assert joins(action="action 2").pk
    assert joins(now=NOW + timedelta(hours=72)).pk


def test_confirmed_there_is_one() -> None:
    first, second = joins(), joins()
    with transaction.atomic():
        assert confirm(first, NOW) == first
        assert confirm(second, NOW) == first
    assert Supporter.objects.filter(confirmed_at__isnull=False).get() == first


def test_the_database_itself_refuses_a_second_confirmed_row() -> None:
    first, second = joins(), joins()
    Supporter.objects.filter(pk=first.pk).update(confirmed_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Supporter.objects.filter(pk=second.pk).update(confirmed_at=NOW)


def test_the_unconfirmed_are_erased_after_72_hours_and_not_before() -> None:
    waiting, confirmed = joins(), joins(action="action 2")
    confirm(confirmed, NOW)
    assert erase_unconfirmed(NOW + timedelta(hours=71, minutes=59)) == 0
    assert set(Supporter.objects.all()) == {waiting, confirmed}
    assert erase_unconfirmed(NOW + timedelta(hours=72)) == 1
    assert set(Supporter.objects.all()) == {confirmed}
