"""What a confined process can no longer do: each tried in a real one."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest
from tests.patience import PATIENCE

BEFORE = (
    "import ctypes, os, socket, subprocess, sys\n"
    "from tocsin.intake.sandbox.confine import Limits, PARSING, confine, forbid\n"
)

NEW_USER_AND_NETWORK = 0x50000000  # unshare(2)


def tried(code: str, before: str = "confine(PARSING)\nforbid()\n") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", "-B", "-c", BEFORE + before + code],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize(
    "code",
    [
        "socket.create_connection(('127.0.0.1', 9), 1)",
        "socket.socket()",
        "socket.getaddrinfo('localhost', 80)",
        "open('/etc/hostname')",
        "open('/proc/self/environ', 'rb')",
        "open('../../etc/hostname')",
        "open(sys.prefix + '/pyvenv.cfg', 'a')",
        "open('/tmp/tocsin-escaped', 'w')",
        "os.open('/tmp/tocsin-escaped', os.O_CREAT | os.O_WRONLY)",
        "os.remove('/tmp/tocsin-escaped')",
        "os.mkdir('/tmp/tocsin-escaped')",
        "os.fork()",
        "os.system('true')",
        "os.execv('/bin/true', ['true'])",
        "subprocess.run(['true'])",
        "os.kill(os.getppid(), 0)",
    ],
)
def test_is_forbidden(code: str) -> None:
    assert "PermissionError" in tried(code).stderr.splitlines()[-1]


def test_libraries_can_still_be_loaded() -> None:
    assert tried("import lxml.etree, pypdfium2\nprint('read')").stdout == "read\n"


def test_memory_has_an_end() -> None:
    assert tried("bytearray(600 * 2**20)").stderr.splitlines()[-1] == "MemoryError"


def test_processor_time_has_an_end() -> None:
    assert tried("while True: pass", "confine(Limits(1, 2**29))\n").returncode in (-24, -9)


def test_native_code_writes_no_file_either(tmp_path: Path) -> None:
    """A file that is open already cannot grow: the kernel refuses, whoever asks."""
    file = tmp_path / "escaped"
    code = f"file = open({str(file)!r}, 'wb', 0)\nconfine(PARSING)\nfile.write(b'x')\n"
    assert tried(code, "").returncode != 0
    assert file.read_bytes() == b""


def test_native_code_finds_no_network() -> None:
    """A socket made around Python leads nowhere, not even to this machine itself."""
    if tried(f"sys.exit(ctypes.CDLL(None).unshare({NEW_USER_AND_NETWORK}) != 0)", "").returncode != 0:
        pytest.skip("NOT TESTED: this kernel gives no empty network to an ordinary user")
    code = (
        "libc = ctypes.CDLL(None, use_errno=True)\n"
        "line = libc.socket(2, 1, 0)\n"
        "place = (2).to_bytes(2, sys.byteorder) + bytes([0, 9, 127, 0, 0, 1]) + bytes(8)\n"
        "libc.connect(line, place, 16)\n"
        "print(ctypes.get_errno())\n"
    )
    assert int(tried(code, "confine(PARSING)\n").stdout) == errno.ENETUNREACH
