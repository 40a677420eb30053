"""Long parts of the case file by pages."""

from dataclasses import dataclass

import pytest
from django.test import RequestFactory

from tocsin.desk.case_parts import PER_PAGE, part


@dataclass(frozen=True)
class View:
    pk: int
    joined: tuple[int, ...] = ()


VIEWS = [View(pk, (pk + 1000,)) for pk in range(60)]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ({}, 0),
        ({"incident": "2"}, 25),
        ({"incident": "99"}, 50),
        ({"incident": "x"}, 0),
        ({"group": "2"}, 0),
        ({"at": "59"}, 50),
        ({"at": "1030"}, 25),
        ({"at": "7000", "incident": "2"}, 25),
        ({"incident": "all"}, 0),
    ],
)
def test_a_part_shows_the_page_that_is_asked_for_or_holds_the_subject(
    asked: dict[str, str], first: int
) -> None:
    shown = part("incident", VIEWS, lambda view: view.pk, RequestFactory().get("/", asked))
    assert shown.count == 60
    most = 60 if asked.get("incident") == "all" else PER_PAGE
    assert shown.blocks == list(range(first, min(60, first + most)))


@pytest.mark.parametrize(("asked", "opened"), [({}, None), ({"at": "1030"}, 30), ({"at": "7000"}, None)])
def test_who_stands_for_the_one_that_is_asked_for_is_open(asked: dict[str, str], opened: int | None) -> None:
    assert part("incident", VIEWS, lambda view: view.pk, RequestFactory().get("/", asked)).opened == opened
