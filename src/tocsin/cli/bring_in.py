"""Reading files into the desk; for commands that have loaded the installation."""

from collections.abc import Iterable
from pathlib import Path

from tocsin.actions.sample import load_sample_action
from tocsin.intake.errors import Unreadable
from tocsin.intake.files import read_file
from tocsin.reports.receive import receive

from .progress import say, step


def bring_in(files: Iterable[Path]) -> int:
    """How many could be read. Each that could not is named with a sentence, and the others go on."""
    return sum(_bring_in_one(file) for file in files)


def bring_in_sample() -> None:
    load_sample_action()


def _bring_in_one(file: Path) -> bool:
    try:
        with step(f"Reading {file}"):
            receive(read_file(file), file.name)
    except Unreadable as refusal:
        say(f"{file}: {refusal}")
        return False
    return True
