"""One of our own commands in a process of its own: it may load other databases than we do."""

import subprocess
import sys
from pathlib import Path

from .refusals import Refusal


def run(*arguments: str | Path) -> None:
    """Ends with a sentence where it fails; what it printed stands above."""
    ended = subprocess.run([sys.executable, "-m", "tocsin.cli.main", *map(str, arguments)], check=False)
    if ended.returncode:
        raise Refusal(f"tocsin {arguments[0]} did not succeed: nothing further was done.")
