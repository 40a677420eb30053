"""The command line as a whole: quick, and it says what is wrong in one sentence."""

import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import free_port, tocsin

from tocsin.cli.main import COMMANDS


def test_help_lists_every_command_and_reads_none_of_them() -> None:
    said = tocsin("--help").stdout
    assert [name for name in COMMANDS if f"\n  {name} " not in said] == []


@pytest.mark.soak
def test_help_costs_less_than_three_tenths_of_a_second() -> None:
    """Of processor time: what the clock says depends on who else is at work."""

    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        tocsin("--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    assert min(seconds() for _ in range(3)) < 0.3


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    answer = tocsin(name, "--help")
    assert answer.returncode == 0
    assert answer.stdout.startswith(f"Usage: tocsin {name} ")


def test_an_unknown_command_is_an_error() -> None:
    assert tocsin("fly").returncode == 2


@pytest.mark.parametrize("command", ["up", "serve"])
def test_a_busy_port_is_one_sentence_before_anything_is_done(command: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        answer = tocsin(command, "--port", port, "--data", tmp_path / "data")
    assert answer.returncode == 2
    assert (
        answer.stderr
        == f"Error: Port {port} is busy. Stop what runs there, or choose another: --port {port + 1}\n"
    )
    assert not (tmp_path / "data").exists()


def test_files_that_cannot_be_read_are_named_and_nothing_is_served(fresh: Path, tmp_path: Path) -> None:
    empty, missing = tmp_path / "empty.txt", tmp_path / "missing.txt"
    empty.touch()
    answer = tocsin("up", "--port", free_port(), "--data", fresh, empty, missing)
    assert answer.returncode == 2
    assert f"{empty}: this file is empty" in answer.stderr
    assert f"{missing}: there is no such file" in answer.stderr
    assert "nothing was started" in answer.stderr.splitlines()[-1]


def test_a_wrong_setting_is_one_sentence(tmp_path: Path) -> None:
    answer = tocsin("members", "list", "--data", tmp_path, TOCSIN_PUBLIC_URL="appeals.example.org")
    assert answer.returncode == 2
    assert answer.stderr.count("\n") == 1
    assert "https://appeals.example.org" in answer.stderr


@pytest.mark.parametrize("name", ["main", "read", "route"])
def test_the_pure_commands_never_load_django(name: str) -> None:
    program = f"import sys, tocsin.cli.{name}; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
