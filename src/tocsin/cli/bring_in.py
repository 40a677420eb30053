"""Reading files into the desk; for commands that have loaded the installation."""

from collections.abc import Iterable
from pathlib import Path

from tocsin.actions.sample import load_sample_action
from tocsin.intake.errors import Unreadable
from tocsin.intake.files import read_file
from tocsin.reports.receive import receive

from .online import fetched, is_address
from .progress import say, step

LONGEST_ADDRESS = 500  # of a report's source


def bring_in(files: Iterable[str], online: bool = False) -> int:
    """How many could be read. Each that could not is named with a sentence, and the others go on."""
    return sum(_bring_in_one(file, online) for file in files)


def bring_in_sample() -> None:
    load_sample_action()


def _bring_in_one(file: str, online: bool) -> bool:
    try:
        with step(f"Reading {file}"):
            _receive(file, online)
    except Unreadable as refusal:
        say(f"{file}: {refusal}")
        return False
    return True


def _receive(file: str, online: bool) -> None:
    if is_address(file):
        data, address = fetched(file, online)
        receive(data, address, source_url=address[:LONGEST_ADDRESS])
    else:
        receive(read_file(Path(file)), Path(file).name)
