"""Nobody's name passes for an office's or a mail system's."""

import pytest

from tocsin.delivery.posing import poses

OFFICE, HOLDER = "Embassy of Kazakhstan in the United Kingdom", "Erlan Idrissov"


@pytest.mark.parametrize(
    "name",
    [
        "Postmaster", "MAILER-DAEMON", "no reply", "Mail Delivery System", "...", "Embassy of Kazakhstan",
        "EMBASSY OF KAZAKHSTAN IN THE UNITED KINGDOM (press)", "erlan idrissov",
    ],
)  # fmt: skip
def test_names_of_others(name: str) -> None:
    assert poses(name, OFFICE, HOLDER)


@pytest.mark.parametrize("name", ["Sam Support", "Erlan Bekov", "Anna Root", "Наталья", "陳大文", "Kazakh"])
def test_names_of_people(name: str) -> None:
    assert not poses(name, OFFICE, HOLDER)


def test_an_office_without_a_name_has_none_to_take() -> None:
    assert not poses("Sam", "", "")
