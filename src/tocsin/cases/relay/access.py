"""Whose link it is, and whether her relay still runs."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from tocsin.cases.models import Relay, RelayCaller

from .turns import MAY_LOG


class Ended(Enum):
    """Why a link shows nothing but one sentence."""

    UNKNOWN = "unknown"
    OVER = "over"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Called:
    """The caller of a link whose relay runs."""

    caller: RelayCaller
    relay: Relay


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def caller_of(token: str, now: datetime) -> Called | Ended:
    """Who holds the link, or why it leads nowhere."""
    known = RelayCaller.objects.select_related("relay__case", "relay__office", "relay__about")
    caller = known.filter(token_hash=hash_of(token)).first()
    if caller is None or caller.ended_at:
        return Ended.UNKNOWN
    relay = caller.relay
    if is_over(relay, now):
        return Ended.OVER
    return Called(caller, relay) if is_running(relay) else Ended.STOPPED


def is_over(relay: Relay, now: datetime) -> bool:
    """Whether all its turns have passed, and the time to log the last call."""
    return now >= relay.ends_at + MAY_LOG


def is_running(relay: Relay) -> bool:
    """Nobody has stopped it or frozen its case, and its number is still confirmed."""
    return not relay.stopped_at and not relay.case.frozen_at and number_stands(relay)


def number_stands(relay: Relay) -> bool:
    """Whether the number is one that a person has confirmed and nobody has reported dead or retired since."""
    points = relay.office.contact_points.filter(value=relay.number)
    return any(point.is_usable and not point.dead_reported_at for point in points)
