"""How a handler says that its job could not be done, and how a database does."""

from django.db import InterfaceError, InternalError, OperationalError

# It is away, its disk is full, it was stopped: nothing is wrong with what was asked of it.
STORES_NOTHING = (OperationalError, InternalError, InterfaceError)


class Retry(Exception):
    """Not now: try again, after `seconds` if given, else after the usual growing pause."""

    def __init__(self, reason: str, seconds: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.seconds = seconds


class OnHold(Retry):
    """Not while somebody holds it back: the wait is no attempt, however long it lasts."""


class GiveUp(Exception):
    """Never: trying again cannot help."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
