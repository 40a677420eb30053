"""Whether a letter comes in at once, a little later, or is asked for once more. Nobody is turned away for where she is."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from django.http import HttpRequest
from django.utils import timezone

from tocsin.delivery.alarms.burst import Burst
from tocsin.delivery.alarms.models import AlarmKind
from tocsin.delivery.alarms.raise_alarm import raise_alarm
from tocsin.supporters.mailbox_limit import is_one_too_many, take_back
from tocsin.supporters.rate_keys import RateKeys, rate_keys

from .client_network import client_network
from .stamp import OF_NO_ACTION, Stamp

QUICKEST = 3.0  # seconds from a page to its letter; nobody types a name and an address in less
# In an hour, a process: from one network (a union hall is one).
FROM_ONE_NETWORK = 60
# Without the riddle solved, to one action: so many, and as many more as a fifth of those who solved it.
UNSOLVED = 60
SOLVED_FOR_ONE = 5
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
    request: HttpRequest, stamp: Stamp, email: str, solved: str, keys: RateKeys = rate_keys
) -> Admission:
    """`solved` as the form brought it. A browser without scripts solves nothing: its mail may be slower.

    `email` is empty for a form that asks for none.
    """
    if time.time() - stamp.made_at < QUICKEST:
        return Admission(Answer.ONCE_MORE)
    if email and is_one_too_many(email, keys):
        return Admission(Answer.KEEP_QUIET)
    action = str(stamp.where.action)
    if not (stamp.is_answered(solved) and keys.count("stamp", stamp.text) == 1):
        return _in_its_turn(_unsolved(action, keys))
    keys.count("solved", action)
    too_many = _from_one_network(request, keys)
    if too_many > 0 and too_many % FROM_ONE_NETWORK == 1 and stamp.where.action != OF_NO_ACTION:
        # Told is that there is such a network, never which.
        burst = Burst(stamp.where.action, "", FROM_ONE_NETWORK + too_many, FROM_ONE_NETWORK)
        raise_alarm(AlarmKind.NETWORK, burst, timezone.now())
    return _in_its_turn(too_many)


def not_stored(stamp: Stamp, email: str, keys: RateKeys = rate_keys) -> None:
    """Whoever was admitted and could not be served, since nothing can be stored, has not been here: she comes again."""
    take_back(email, keys)
    keys.take_back("stamp", stamp.text)


def may_ask_again(request: HttpRequest, email: str, keys: RateKeys = rate_keys) -> bool:
    """Whether one more mail may be asked for: few to one mailbox, not many from one network."""
    return not is_one_too_many(email, keys) and _from_one_network(request, keys) <= 0


def _unsolved(action: str, keys: RateKeys) -> int:
    """How many too many there are of letters without a solved riddle."""
    allowed = UNSOLVED + keys.counted("solved", action) // SOLVED_FOR_ONE
    return keys.count("unsolved", action) - allowed


def _from_one_network(request: HttpRequest, keys: RateKeys) -> int:
    """How many too many come from the network of this one. Where a proxy of ours hides it, none."""
    network = client_network(request)
    return keys.count("network", network) - FROM_ONE_NETWORK if network else 0


def _in_its_turn(too_many: int) -> Admission:
    """At once, or each one above the number a minute after the one before."""
    wait = timedelta(minutes=max(0, too_many))
    if wait > LATEST:
        return Admission(Answer.TOO_MANY)
    return Admission(Answer.TAKE, timezone.now() + wait if wait else None)
