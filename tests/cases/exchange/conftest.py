"""One full case a module, as it is expensive to make: every test gets it as it was made."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests import cast
from tocsin.cases.models import Case

from .full_case import full_case


@pytest.fixture(scope="module")
def made_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """The key of the case. What a test changes is undone after it, the case itself after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield full_case(cast.member("Rustam")).pk
        transaction.set_rollback(True)


@pytest.fixture
def case(made_once: int, db: None) -> Case:
    return Case.objects.get(pk=made_once)
