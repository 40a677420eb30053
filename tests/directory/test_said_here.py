"""A page calls an office what it is in its own language, and never by nothing."""

import pytest
from django.utils import translation

from tocsin.directory.models import Office
from tocsin.directory.said_here import said_here


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Embassy of Kazakhstan in Oslo"), ("de", "Botschaft von Kasachstan in Oslo")],
)
def test_in_the_language_of_the_moment(language: str, said: str) -> None:
    office = Office(name="Embassy of Kazakhstan in Oslo", of_country="KZ", in_country="NO", city="Oslo")
    with translation.override(language):
        assert said_here(office) == said


def test_without_a_name() -> None:
    assert said_here(Office()) == "An address without an office’s name"
