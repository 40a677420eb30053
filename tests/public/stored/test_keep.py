"""Which rendering may stay, whoever changes what meanwhile."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection, transaction
from pytest_django import Settings
from tests import cast
from tests.cases.chronicle.scene import told_case

from tocsin.cases.publish import withdraw_case
from tocsin.public.models import PageFolder
from tocsin.public.stored import files
from tocsin.public.stored.keep import put_up, take_down
from tocsin.public.stored.settle import settle_case

pytestmark = pytest.mark.django_db
FOLDER = "c/some-case"


def lying(folder: str = FOLDER) -> dict[str, str]:
    """What is in the folder, but for the compressed copies."""
    found = sorted(files.path_of(folder).glob("*"))
    return {path.name: path.read_text() for path in found if path.suffix != ".gz"}


def test_pages_lie_there_whole_and_compressed_until_they_are_taken_down() -> None:
    assert put_up(FOLDER, lambda: {"en.html": "one", "print.en.html": "two"})
    assert lying() == {"en.html": "one", "print.en.html": "two"}
    assert sorted(path.name for path in files.path_of(FOLDER).glob("*.gz")) == [
        "en.html.gz",
        "print.en.html.gz",
    ]
    take_down([FOLDER])
    assert not files.path_of(FOLDER).exists()


def test_what_is_not_rendered_any_more_goes() -> None:
    put_up(FOLDER, lambda: {"en.html": "one", "chronicle-2.en.html": "two"})
    put_up(FOLDER, lambda: {"en.html": "one"})
    assert lying() == {"en.html": "one"}
    assert not put_up(FOLDER, lambda: {})
    assert not files.path_of(FOLDER).exists()


@pytest.mark.parametrize("changes", [1, 2, 3])
def test_a_rendering_that_a_change_overtook_is_thrown_away(changes: int) -> None:
    rendered: list[int] = []

    def render() -> dict[str, str]:
        rendered.append(len(rendered))
        if len(rendered) <= changes:
            take_down([FOLDER])
        return {"en.html": f"rendering {len(rendered)}"}

    assert put_up(FOLDER, render)
    assert lying() == {"en.html": f"rendering {changes + 1}"}
    assert len(rendered) == changes + 1


def test_an_act_that_comes_to_nothing_leaves_its_pages_to_be_rendered_again() -> None:
    put_up(FOLDER, lambda: {"en.html": "one"})
    with transaction.atomic():
        take_down([FOLDER])
        transaction.set_rollback(True)
    assert not files.path_of(FOLDER).exists()
    assert put_up(FOLDER, lambda: {"en.html": "one"})


def test_each_page_is_newer_than_the_one_before_also_within_a_second() -> None:
    """Browsers ask by it: two pages of one time would pass for one."""
    stamps = []
    for text in ("a", "b", "c"):
        put_up(FOLDER, lambda text=text: {"en.html": text})
        stamps.append(files.stamp_of(FOLDER, "en.html"))
        take_down([FOLDER])
    assert len(set(stamps)) == 3
    assert stamps == sorted(stamps)


def test_whoever_may_read_the_folder_may_read_its_pages(settings: Settings, tmp_path: Path) -> None:
    settings.PAGES_FOLDER = tmp_path / "pages"
    settings.PAGES_FOLDER.mkdir()
    settings.PAGES_FOLDER.chmod(0o2750)
    put_up(FOLDER, lambda: {"en.html": "one"})
    assert files.path_of(FOLDER).stat().st_mode & 0o7777 == 0o2750
    assert files.path_of(FOLDER, "en.html").stat().st_mode & 0o777 == 0o640
    assert files.path_of(FOLDER, "en.html.gz").stat().st_mode & 0o777 == 0o640


def test_a_folder_that_cannot_be_emptied_is_said_aloud_by_the_job_and_does_not_stop_the_act(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    put_up(FOLDER, lambda: {"en.html": "one"})
    monkeypatch.setattr(Path, "unlink", _refuse)
    take_down([FOLDER])
    assert "pages could not be removed: PermissionError" in caplog.text
    with pytest.raises(PermissionError):
        put_up(FOLDER, lambda: {})


def _refuse(path: Path, missing_ok: bool = False) -> None:
    raise PermissionError(path)


KILLED = """
import os, signal, sys
from pathlib import Path
from django.conf import settings
settings.configure(PAGES_FOLDER=Path(sys.argv[1]))
from tocsin.public.stored import files
kill = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
setattr(*{"written": (os, "fsync"), "renamed": (os, "replace")}[sys.argv[2]][:2], kill)
files.put_in_place("c/some-case", files.write_aside("c/some-case", {"en.html": "new " * 50_000}), 2_000_000_000)
"""


@pytest.mark.parametrize("when", ["written", "renamed"])
def test_kill_9_in_the_middle_leaves_the_old_page_whole(
    settings: Settings, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_up(FOLDER, lambda: {"en.html": "old"})
    ended = subprocess.run([sys.executable, "-c", KILLED, str(settings.PAGES_FOLDER), when], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert files.path_of(FOLDER, "en.html").read_text() == "old"
    others = {path.name for path in files.path_of(FOLDER).iterdir()} - {"en.html", "en.html.gz"}
    assert others != set()
    assert all(name.startswith(".unfinished-") for name in others)
    monkeypatch.setattr(files, "ABANDONED_AFTER", 0)
    put_up(FOLDER, lambda: {"en.html": "new"})
    assert lying() == {"en.html": "new"}


@pytest.mark.django_db(transaction=True)
def test_a_race_of_rendering_and_withdrawing_a_case_ends_with_no_page() -> None:
    case = told_case().case
    cast.put_on(case, "Petra")
    petra = cast.member("Petra")
    with ThreadPoolExecutor(4) as crowd:
        rendering = [crowd.submit(_and_close, lambda: settle_case(case.slug)) for _ in range(12)]
        withdraw_case(case, petra)
        for done in rendering:
            done.result()
    assert not files.path_of(f"c/{case.slug}").exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_read_before_a_withdrawal_is_stored_is_not_put_up_after_it() -> None:
    """The reader has rendered what still stood; the withdrawal is under way and stored while she waits."""
    PageFolder.objects.create(name=FOLDER)
    rendered, taken_down = threading.Event(), threading.Event()
    texts = iter(["the name", "no name", "no name"])

    def render() -> dict[str, str]:
        text = next(texts)
        rendered.set()
        assert taken_down.wait(20)
        return {"en.html": text}

    with ThreadPoolExecutor(1) as reader:
        reading = reader.submit(_and_close, lambda: put_up(FOLDER, render))
        assert rendered.wait(20)
        with transaction.atomic():
            take_down([FOLDER])
            taken_down.set()
        assert reading.result(20)
    assert lying() == {"en.html": "no name"}


def _and_close(do: Callable[[], bool]) -> bool:
    try:
        return do()
    finally:
        connection.close()
