"""A disk of a few megabytes of its own, which a test can fill: what happens on it is what happens on a full disk.

A file system in memory, mounted where only the process sees it that holds it, and whoever enters there. It needs no root where the
system lets everybody have namespaces, and is gone with that process.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

# Root has no name on a disk of somebody else's: nothing can be made there from outside.
_MADE = "mkdir -m 0700 /mnt/data && : >/mnt/ballast && chmod 0666 /mnt/ballast"
_MOUNT = f'mount -t tmpfs -o "size=$0" small /mnt && {_MADE} && echo mounted && exec cat'


class SmallDisk:
    """`path` leads to a folder on it from outside, for whoever follows no link by hand; within it is called `INSIDE`."""

    INSIDE = Path("/mnt/data")

    def __init__(self, holder: int) -> None:
        self.path = Path(f"/proc/{holder}/root{self.INSIDE}")
        # What a command begins with that shall run there.
        self.within = ["nsenter", f"--target={holder}", "--user", "--mount", "--preserve-credentials"]
        self._ballast = self.path.with_name("ballast")

    def fill(self) -> None:
        """Until not a byte more can be written; what others free meanwhile is taken, too, when called again."""
        with suppress(OSError), self._ballast.open("ab", buffering=0) as ballast:
            while ballast.write(bytes(4096)):
                pass
        assert os.statvfs(self.path).f_bavail == 0

    def empty(self) -> None:
        """There is room again."""
        os.truncate(self._ballast, 0)


@contextmanager
def small_disk(megabytes: int, user: str | None = None) -> Iterator[SmallDisk]:
    """`user`: whose it is, where we are root. Skips the test where the system gives out no such disks."""
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", _MOUNT, f"{megabytes}m"]
    holder = subprocess.Popen(
        command, user=user, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        if holder.stdout.readline() != "mounted\n":
            pytest.skip(f"no small disk to be had here: {holder.communicate()[1].strip()}")
        yield SmallDisk(holder.pid)
    finally:
        holder.kill()
        holder.communicate()
