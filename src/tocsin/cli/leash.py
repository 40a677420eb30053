"""A child that must not outlive its parent, even when the parent is killed outright."""

import os
import signal
import threading
import time

LEASHED = "TOCSIN_LEASHED"
PATIENCE = 10.0


def follow_parent() -> None:
    """Ends this process soon after its parent has gone."""
    parent = os.getppid()
    threading.Thread(target=_watch, args=(parent,), daemon=True, name="leash").start()


def follow_parent_if_leashed() -> None:
    """For a command that `tocsin up` started; by hand it may well outlive the shell."""
    if os.environ.pop(LEASHED, None):
        follow_parent()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os.kill(os.getpid(), signal.SIGKILL)
