"""Threads that send: each keeps a line of its own, open as long as there is work. None of them sees the database."""

import logging
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Protocol

from .answers import Answer, Meaning
from .parcel import Outcome, Parcel

logger = logging.getLogger(__name__)

# A silent connection is closed after this many seconds.
KEPT_OPEN = 60.0
# After these no thread takes a further letter before the pump has looked: a batch would knock two hundred times.
ENDS_A_LINE = frozenset({Meaning.NO_SERVER, Meaning.OUR_ACCOUNT})


class SendsLetters(Protocol):
    def send(self, sender: str, recipient: str, message: bytes) -> Answer: ...

    def close(self) -> None: ...


class Crew:
    """Grows with the work, up to `most` threads; `finished` gives back what came of each parcel, once."""

    def __init__(self, open_line: Callable[[], SendsLetters], most: int) -> None:
        self.open_line = open_line
        self.most = most
        self.work: SimpleQueue[Parcel | None] = SimpleQueue()
        self.done: SimpleQueue[Outcome] = SimpleQueue()
        self.threads: list[threading.Thread] = []
        self.in_hand = 0

    def give(self, parcels: Iterable[Parcel] = ()) -> None:
        """Call it now and then without any, too: threads end when idle, and when the server is lost."""
        for parcel in parcels:
            self.work.put(parcel)
            self.in_hand += 1
        self.threads = [thread for thread in self.threads if thread.is_alive()]
        for _ in range(min(self.most, self.in_hand) - len(self.threads)):
            thread = threading.Thread(target=self._send_all, name="letters", daemon=True)
            self.threads.append(thread)
            thread.start()

    def finished(self, seconds: float) -> list[Outcome]:
        """What has ended; waits that long for the first if nothing has."""
        found: list[Outcome] = []
        with suppress(Empty):
            found.append(self.done.get(timeout=seconds))
            while True:
                found.append(self.done.get_nowait())
        self.in_hand -= len(found)
        return found

    def take_back(self) -> list[Parcel]:
        """What nobody has begun."""
        unbegun: list[Parcel] = []
        with suppress(Empty):
            while parcel := self.work.get_nowait():
                unbegun.append(parcel)
        self.in_hand -= len(unbegun)
        return unbegun

    def close(self) -> None:
        """Returns when every line is closed; what was being sent has ended then."""
        for _ in self.threads:
            self.work.put(None)
        for thread in self.threads:
            thread.join()
        self.threads = []

    def _send_all(self) -> None:
        line = self.open_line()
        try:
            while parcel := self._next():
                answer = _sent(line, parcel)
                self.done.put(Outcome(parcel, answer))
                if answer.meaning in ENDS_A_LINE:
                    break
        finally:
            line.close()

    def _next(self) -> Parcel | None:
        try:
            return self.work.get(timeout=KEPT_OPEN)
        except Empty:
            return None


def _sent(line: SendsLetters, parcel: Parcel) -> Answer:
    try:
        return line.send(parcel.sender, parcel.recipient, parcel.message)
    except Exception as fault:
        # Its words are left out: they may quote the letter. The line goes on with the next one.
        logger.error("a letter could not be sent: %s", type(fault).__name__)
        return Answer(Meaning.LATER, type(fault).__name__)
