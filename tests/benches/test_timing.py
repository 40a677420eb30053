"""What the benches tell of commands and fresh processes is their own, not this process's."""

import subprocess
import sys

import pytest

from tocsin.benches.fresh_process import fresh
from tocsin.benches.timing import runs


def test_a_command_is_run_so_many_times_with_what_it_is_given() -> None:
    code = "import sys; sys.exit(sys.stdin.read() != 'a text')"
    found = runs([sys.executable, "-c", code], b"a text", 2)
    assert len(found) == 2
    assert all(run.cpu > 0 and run.wall > 0 for run in found)


def test_a_command_that_fails_is_no_measure() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        runs([sys.executable, "-c", "import sys; sys.exit(3)"], b"", 1)


def test_a_fresh_process_tells_of_its_own_work() -> None:
    seconds, peak = fresh("import sys; print(len(sys.stdin.read()) * 'x')", b"abc")
    assert 0 <= seconds < 10
    assert peak != peak or 1 < peak < 60
