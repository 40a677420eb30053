"""Work that brings its own outbox: a stage above registers a pump, and each worker turns it.

Jobs are rows of one table, taken one by one. What comes by the hundred thousand, or needs connections that stay
open, is done by a pump over rows of its own; any number of workers may turn theirs at once.
"""

import logging
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from django.db import DatabaseError, close_old_connections

from .errors import in_words

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.5
PAUSE_WITHOUT_DATABASE = 5.0


class Pump(Protocol):
    def turn(self) -> bool:
        """Does what is due, in a fraction of a second; whether there may be more at once. May raise DatabaseError."""
        ...

    def close(self) -> None:
        """Ends what was begun, and frees the rest for other workers. May raise DatabaseError."""
        ...


_pumps: dict[str, Callable[[], Pump]] = {}


def pump(name: str, opened: Callable[[], Pump]) -> None:
    """Has every worker open one of these; called in an app's `AppConfig.ready()`."""
    _pumps[name] = opened


@contextmanager
def opened_here() -> Iterator[list[Pump]]:
    """One of each, closed in the end."""
    opened = [open_one() for open_one in _pumps.values()]
    try:
        yield opened
    finally:
        for each in opened:
            each.close()


@contextmanager
def turning(stopping: threading.Event) -> Iterator[None]:
    """Each turns in a thread of its own until it is told to stop; left when what they had begun is done."""
    threads = [
        threading.Thread(target=_keep_turning, args=(open_one, stopping), name=f"pump {name}")
        for name, open_one in _pumps.items()
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for thread in threads:
            thread.join()


def _keep_turning(open_one: Callable[[], Pump], stopping: threading.Event) -> None:
    opened: Pump | None = None

    def turn() -> bool:
        nonlocal opened
        # Opening asks the database, too, which may be away as we start.
        opened = opened or open_one()
        return opened.turn()

    while not stopping.is_set():
        close_old_connections()
        pause = _pause_after(turn)
        if pause:
            stopping.wait(pause)
    if opened:
        _pause_after(opened.close)
    close_old_connections()


def _pause_after(act: Callable[[], bool | None]) -> float:
    """Seconds until it is worth while to go on."""
    try:
        return 0.0 if act() else POLL_SECONDS
    except DatabaseError as fault:
        logger.warning("the database takes nothing (%s); trying again", in_words(fault))
    except Exception as fault:
        # Its words are left out: they may quote an address or a letter.
        where = "".join(traceback.format_tb(fault.__traceback__))
        logger.error("a pump met a fault: %s\n%s", type(fault).__name__, where)
    return PAUSE_WITHOUT_DATABASE
