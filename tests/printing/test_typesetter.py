"""The child that sets sheets is kept, replaced when it ends, and ended when it takes too long."""

import json
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tocsin.printing.typesetter import CannotPrint, Typesetter

SHORT = "#sys.inputs.data"


@pytest.fixture
def typesetter() -> Iterator[Typesetter]:
    made = Typesetter(most_sheets=3)
    yield made
    made.close()


def order(folder: Path, text: str) -> bytes:
    """An order for a template of these words."""
    template = folder / f"{len(text)}.typ"
    template.write_text(text)
    return json.dumps({"template": str(template), "fonts": [], "made_on": "2026-11-22", "data": {}}).encode()


def child_of(typesetter: Typesetter) -> int:
    assert typesetter._child
    return typesetter._child.pid


def test_one_child_sets_several_sheets_and_is_replaced_after_its_last(
    typesetter: Typesetter, tmp_path: Path
) -> None:
    children = []
    for _ in range(4):
        assert typesetter.set(order(tmp_path, SHORT), 20).pdf.startswith(b"%PDF-")
        children.append(child_of(typesetter))
    assert len(set(children[:3])) == 1
    assert children[3] != children[0]


def test_a_child_that_was_ended_is_replaced_unnoticed(typesetter: Typesetter, tmp_path: Path) -> None:
    first = typesetter.set(order(tmp_path, SHORT), 20)
    os.kill(child_of(typesetter), signal.SIGKILL)
    assert typesetter.set(order(tmp_path, SHORT), 20).pdf == first.pdf


def test_a_sheet_that_takes_too_long_is_ended_and_the_next_one_is_set(
    typesetter: Typesetter, tmp_path: Path
) -> None:
    with pytest.raises(CannotPrint, match="longer than 1 seconds"):
        typesetter.set(order(tmp_path, "#for n in range(1000000000) { n * n }"), 1)
    assert typesetter.set(order(tmp_path, SHORT), 20).pdf


def test_what_typst_refuses_is_said_and_the_child_stays(typesetter: Typesetter, tmp_path: Path) -> None:
    with pytest.raises(CannotPrint, match="panicked"):
        typesetter.set(order(tmp_path, '#panic("no")'), 20)
    child = child_of(typesetter)
    typesetter.set(order(tmp_path, SHORT), 20)
    assert child_of(typesetter) == child


def test_threads_take_turns(typesetter: Typesetter, tmp_path: Path) -> None:
    asked = order(tmp_path, SHORT)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: typesetter.set(asked, 20), range(8)))
    assert len({answer.pdf for answer in answers}) == 1
