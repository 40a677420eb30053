"""A PostgreSQL cluster for one run of the tests: `python -m tests.postgres COMMAND ...`.

Made in a temporary folder, run as a plain user (its programs refuse root), gone afterwards.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.laid_out import lay_out

INSTALLED = Path("/usr/lib/postgresql")
PLAIN_USERS = ("postgres", "nobody")
# Nothing in a test cluster is worth a wait for the disk, and nothing in it is asked often enough to be compiled first.
SETTINGS = "fsync=off\nsynchronous_commit=off\nfull_page_writes=off\njit=off\nmax_connections=200\n"


def newest_programs() -> Path | None:
    found = sorted(INSTALLED.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def running_cluster(programs: Path) -> Iterator[str]:
    """The URL of a database that may be created and dropped at will."""
    folder = Path(tempfile.mkdtemp(prefix="tocsin-postgres-"))
    user = plain_user()
    port = _free_port()
    try:
        if user:
            shutil.chown(folder, user)
        # Small segments of its log, so that a test can give it a small disk.
        how = ("-U", "tocsin", "-A", "trust", "-E", "UTF8", "-N", "--wal-segsize=1")
        _run(programs, user, "initdb", "-D", folder / "data", *how)
        with (folder / "data" / "postgresql.conf").open("a") as file:
            file.write(
                f"{SETTINGS}port={port}\nunix_socket_directories='{folder}'\nlisten_addresses='127.0.0.1'\n"
            )
        start(folder / "data")
        try:
            _run(programs, user, "createdb", "-h", "127.0.0.1", "-p", port, "-U", "tocsin", "tocsin")
            yield f"postgresql://tocsin@127.0.0.1:{port}/tocsin"
        finally:
            stop(folder / "data", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def start(data: Path) -> None:
    """The cluster in this folder; returns when it answers."""
    programs = newest_programs()
    assert programs
    _run(programs, plain_user(), "pg_ctl", "-D", data, "-l", data.parent / "log", "-w", "start")


def stop(data: Path, how: str = "fast") -> None:
    """'fast' ends all sessions, 'immediate' is a crash."""
    programs = newest_programs()
    assert programs
    _run(programs, plain_user(), "pg_ctl", "-D", data, "-m", how, "-w", "stop")


def plain_user() -> str | None:
    """Whom to become, where we are root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in PLAIN_USERS if name in known)


def _run(programs: Path, user: str | None, program: str, *arguments: object) -> None:
    subprocess.run(
        [programs / program, *map(str, arguments)],
        user=user,
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def main(command: list[str]) -> int:
    programs = newest_programs()
    if programs is None:
        print("!!!! NOT TESTED on PostgreSQL -- run: sudo apt install postgresql", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0
    with running_cluster(programs) as url:
        lay_out(TOCSIN_DATABASE_URL=url)
        return subprocess.run(command, env={**os.environ, "TOCSIN_DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
