"""The job of every few seconds: what is missing, of another day or brought back is put right."""

import os
import time

import pytest
from tests import cast
from tests.cases.chronicle.scene import told_case
from tests.delivery.scene import Scene

from tocsin.actions.withdraw import withdraw
from tocsin.cases.models import Case
from tocsin.public import render
from tocsin.public.models import PageFolder
from tocsin.public.render import keep_pages
from tocsin.public.stored import files

pytestmark = pytest.mark.django_db
DAY = 24 * 3600


@pytest.fixture
def case(scene: Scene) -> Case:
    return told_case().case


def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which folders it renders."""
    asked: list[str] = []
    monkeypatch.setattr(render, "settle", asked.append)
    keep_pages({})
    return asked


def test_pages_are_there_before_the_first_reader(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_pages({})
    assert [*files.folders_in("a"), *files.folders_in("c")] == ["a/strike-in-aktau", "c/dockers"]
    assert files.stamp_of("front", "feed.en.xml")
    assert rendered(monkeypatch) == []


def test_a_page_of_yesterday_is_rendered_anew(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_pages({})
    yesterday = int(time.time()) - DAY
    PageFolder.objects.filter(name="c/dockers").update(stamp=yesterday)
    os.utime(files.path_of("c/dockers", "en.html"), (yesterday, yesterday))
    assert rendered(monkeypatch) == ["c/dockers"]


def test_a_page_that_somebody_brought_back_is_rendered_anew(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As from a backup, or by a machine that lost its power: it is not the one that was put up last."""
    keep_pages({})
    os.utime(files.path_of("c/dockers", "en.html"), (1, 1))
    assert rendered(monkeypatch) == ["c/dockers"]


def test_so_is_one_that_was_taken_down_and_is_there_all_the_same(case: Case) -> None:
    keep_pages({})
    kept = {path.name: path.read_bytes() for path in files.path_of("a/strike-in-aktau").iterdir()}
    withdraw(case.actions.model.objects.get(), cast.member("Petra"))
    files.path_of("a/strike-in-aktau").mkdir()
    for name, content in kept.items():
        files.path_of("a/strike-in-aktau", name).write_bytes(content)
    keep_pages({})
    assert files.folders_in("a") == []


def test_many_are_rendered_a_few_at_a_time(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "MOST_AT_ONCE", 2)
    assert rendered(monkeypatch) == ["a/strike-in-aktau", "c/dockers"]
