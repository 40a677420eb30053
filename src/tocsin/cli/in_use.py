"""Whether another process works on a database file that is about to be moved."""

import os
from pathlib import Path

from .refusals import Refusal


def refuse_in_use(file: Path) -> None:
    """Ends with a sentence where site or worker still run. Sees what the account may see, where there is /proc."""
    if users := _users(file):
        numbers = ", ".join(map(str, users))
        raise Refusal(f"{file} is in use (process {numbers}). Stop site and worker first.")


def _users(file: Path) -> list[int]:
    asked = file.resolve()
    others = [entry for entry in Path("/proc").glob("[0-9]*") if entry.name != str(os.getpid())]
    return sorted(int(entry.name) for entry in others if _has_open(entry / "fd", str(asked)))


def _has_open(descriptors: Path, file: str) -> bool:
    try:
        return any(os.readlink(each) == file for each in descriptors.iterdir())
    except OSError:
        return False
