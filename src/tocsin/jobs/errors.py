"""How a handler says that its job could not be done, and how a database does."""

import errno

from django.db import InterfaceError, InternalError, OperationalError

# It is away, its disk is full, it was stopped: nothing is wrong with what was asked of it.
STORES_NOTHING = (OperationalError, InternalError, InterfaceError)
# The same of a file: no room, no room for us, mounted anew after a fault.
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}


def is_no_room(fault: BaseException | None) -> bool:
    """Whether nothing can be stored just now, in the database or beside it; it goes on when there is room."""
    return isinstance(fault, STORES_NOTHING) or (isinstance(fault, OSError) and fault.errno in _NO_ROOM)


def in_words(fault: BaseException) -> str:
    """For the log: why nothing can be stored. Of any other fault the kind alone, since its words may quote a letter."""
    said = str(fault).strip().partition("\n")[0] if is_no_room(fault) else ""
    return f"{type(fault).__name__}: {said}" if said else type(fault).__name__


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
