"""How long a test waits for what must come: long, since a slow machine is no fault, and nobody waits longer than it takes."""

import time
from collections.abc import Callable
from threading import Event

PATIENCE = 120.0  # seconds
IN_A_BROWSER = 120_000.0  # milliseconds: for one thing on a page


def wait_until(is_so: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Looks again and again, for what tells nobody when it happens."""
    ends = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < ends, "it did not come to pass in time"
        Event().wait(0.02)


def wait_for_all(came: Callable[[], int], wanted: int) -> None:
    """Until so many came; gives up when for a long time no more do, however slowly the machine goes through them."""
    while (before := came()) != wanted:
        wait_until(lambda: came() != before)
