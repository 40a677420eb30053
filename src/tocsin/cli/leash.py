"""A child that must not outlive its parent, even when the parent is killed outright."""

import os
import signal
import threading
import time

PARENT = "TOCSIN_PARENT"
LOOK_EVERY = 0.2
PATIENCE = 2.0


def environment() -> dict[str, str]:
    """For a child of this process that shall follow it. A number, since the parent may die before it is asked."""
    return {**os.environ, PARENT: str(os.getpid())}


def follow_parent() -> bool:
    """Ends this process soon after the parent that asked for it. False without one: by hand, it may outlive its shell."""
    parent = os.environ.pop(PARENT, None)
    if parent:
        threading.Thread(target=_watch, args=(int(parent),), daemon=True, name="leash").start()
    return parent is not None


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os.kill(os.getpid(), signal.SIGKILL)
