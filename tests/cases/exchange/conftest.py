"""One full case a module, as it is expensive to make: every test gets it as it was made."""

import pytest

from tests import cast
from tocsin.cases.models import Case

from .full_case import full_case


@pytest.fixture(scope="module")
def made_once(once: None) -> int:
    """The key of the case."""
    return full_case(cast.member("Rustam")).pk


@pytest.fixture
def case(made_once: int, db: None) -> Case:
    return Case.objects.get(pk=made_once)
