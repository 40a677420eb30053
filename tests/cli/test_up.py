"""`tocsin up` from nothing: two addresses, a second run, children that die, and an end that leaves nothing behind."""

import os
import select
import signal
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.cli.browser import Browser
from tests.cli.running import Up, tocsin, up
from tests.patience import PATIENCE

pytestmark = pytest.mark.long


def wait_for_end(process: int, seconds: float = PATIENCE) -> None:
    """Returns as soon as a process that is not our child has ended."""
    try:
        descriptor = os.pidfd_open(process)
    except ProcessLookupError:
        return
    ended, _, _ = select.select([descriptor], [], [], seconds)
    os.close(descriptor)
    assert ended, f"process {process} outlived its parent"


def follow_link(running: Up) -> str:
    """Where the one-time link leads."""
    return Browser(running.origin).press(urlsplit(running.desk_link).path)[1]


def appeal(folder: Path) -> Path:
    """Read sooner than the sample, with its review and its action."""
    written = folder / "appeal.txt"
    written.write_text(
        "Urgent appeal: on 5 June 2011 Aisha K. was arrested in Aktau. Please write to the Minister."
    )
    return written


def test_from_nothing_to_two_addresses_and_again(tmp_path: Path) -> None:
    """A file that is not there is named, and the site is served. The sample is met in the researcher's journey."""
    data, file = tmp_path / "data", appeal(tmp_path)
    with up(data, file) as first:
        assert f"Public site    {first.origin}/\n" in first.printed
        assert f"Outgoing mail  stays in the folder {data / 'mail'}\n" in first.printed
        assert Browser(first.origin).get("/")[0] == 200
        assert follow_link(first) == "/desk/second-factor/"
        assert first.stop() == 0
    assert first.printed.endswith("Stopped.\n")
    assert (
        "administrator@localhost\t\tadministrator\tno second factor yet\n"
        in tocsin("members", "--data", data, "list").stdout
    )

    missing = tmp_path / "missing.txt"
    with up(data, missing, file) as second:
        assert f"{missing}: there is no such file" in second.printed
        assert second.desk_link.rpartition("/link/")[2] != first.desk_link.rpartition("/link/")[2]
        assert follow_link(second) == "/desk/second-factor/"
        assert second.stop(signal.SIGTERM) == 0


def test_site_and_worker_are_started_again_and_none_outlives_a_killed_parent(
    fresh: Path, tmp_path: Path
) -> None:
    with up(fresh, appeal(tmp_path)) as running:
        before = running.children()
        assert set(before) == {"serve", "work"}
        for child in before.values():
            os.kill(child, signal.SIGKILL)
            wait_for_end(child)
        assert running.process.stdout is not None
        mourned = [running.process.stdout.readline(), running.process.stdout.readline()]
        assert sorted(line.split(" ended ")[0] for line in mourned) == ["The site", "The worker"]
        after = wait_for_both(running)
        assert not set(after.values()) & set(before.values())
        wait_until_answered(running)

        running.process.kill()
        running.process.wait()
        for child in after.values():
            wait_for_end(child)


def wait_for_both(running: Up, seconds: float = PATIENCE) -> dict[str, int]:
    """The processes of site and worker, as soon as both are there: a helper of a dead site may answer a last time."""
    until = time.monotonic() + seconds
    while set(found := running.children()) != {"serve", "work"}:
        assert time.monotonic() < until, found
    return found


def wait_until_answered(running: Up, seconds: float = PATIENCE) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            assert Browser(running.origin).get("/")[0] == 200
        except OSError:
            assert time.monotonic() < until
        else:
            return
