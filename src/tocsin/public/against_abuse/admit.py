"""Whether a letter comes in at once, a little later, or is asked for once more. Nobody is turned away for where she is."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from django.http import HttpRequest
from django.utils import timezone

from tocsin.actions.models import Action
from tocsin.supporters.address import canonical

from .client_address import client_address
from .rate_keys import RateKeys, rate_keys
from .stamp import Stamp, read_stamp

QUICKEST = 3.0  # seconds from a page to its letter; nobody types a name and an address in less
# In an hour, a process: from one network (a union hall is one), to one mailbox, without the riddle solved.
FROM_ONE_NETWORK = 60
TO_ONE_MAILBOX = 5
UNSOLVED = 60
LATEST = timedelta(hours=24)


class Answer(Enum):
    """What the page does with a letter."""

    TAKE = "take it"
    ONCE_MORE = "ask for one more press"
    KEEP_QUIET = "answer as ever and do nothing"
    TOO_MANY = "say that too many come at once"


@dataclass(frozen=True)
class Admission:
    """`mail_after`: when the mail that asks for confirmation may leave; None for now."""

    answer: Answer
    mail_after: datetime | None = None


def admit(
    request: HttpRequest, action: Action, email: str, stamp: str, solved: str, keys: RateKeys = rate_keys
) -> Admission:
    """`stamp` and `solved` as the form brought them. A browser without scripts solves nothing: its mail may be slower."""
    read = read_stamp(stamp)
    if read is None or time.time() - read.made_at < QUICKEST:
        return Admission(Answer.ONCE_MORE)
    if keys.count("mailbox", canonical(email)) > TO_ONE_MAILBOX:
        return Admission(Answer.KEEP_QUIET)
    if _is_at_once(request, read, solved, keys):
        return Admission(Answer.TAKE)
    return _in_its_turn(keys.count("unsolved", str(action.pk)))


def may_ask_again(request: HttpRequest, email: str, keys: RateKeys = rate_keys) -> bool:
    """Whether one more mail may be asked for: few to one mailbox, not many from one network."""
    few = keys.count("mailbox", canonical(email)) <= TO_ONE_MAILBOX
    return few and keys.count("network", client_address(request)) <= FROM_ONE_NETWORK


def _is_at_once(request: HttpRequest, stamp: Stamp, solved: str, keys: RateKeys) -> bool:
    """A riddle solved, once, by a network that did not solve very many."""
    if not stamp.is_answered(solved) or keys.count("stamp", stamp.text) > 1:
        return False
    return keys.count("network", client_address(request)) <= FROM_ONE_NETWORK


def _in_its_turn(place: int) -> Admission:
    """The first of an hour at once, each further one a minute after the one before."""
    wait = timedelta(hours=1) * max(0, place - UNSOLVED) / UNSOLVED
    if wait > LATEST:
        return Admission(Answer.TOO_MANY)
    return Admission(Answer.TAKE, timezone.now() + wait if wait else None)
