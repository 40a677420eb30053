"""What came of letters is written in batches: their states, the reasons, and what it means for the rest."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.delivery.may_leave import Obstacle
from tocsin.delivery.models import Delivery
from tocsin.delivery.states import DUE, DeliveryState

from .answers import Meaning
from .back_off import PAUSES, pause
from .changes import note
from .claim import Claim, mine
from .pack import TurnedBack
from .parcel import Outcome


@dataclass(frozen=True, slots=True)
class Verdict:
    """The new state of a claimed delivery. `error` may quote a server, `why` never does; `wait` before the next place."""

    claim: Claim
    state: DeliveryState
    error: str = ""
    why: str = ""
    wait: timedelta | None = None
    was_tried: bool = True


@transaction.atomic
def settle(verdicts: Collection[Verdict]) -> set[int]:
    """Writes them all in one transaction; gives the deliveries that were still ours."""
    now = timezone.now()
    ours = mine([verdict.claim for verdict in verdicts])
    kept = [verdict for verdict in verdicts if verdict.claim.pk in ours]
    for alike, group in _alike(kept).items():
        _write(alike, group, now)
    note(((v.claim.pk, DeliveryState.SENDING, v.state, v.why) for v in kept), now)
    return ours


Alike = tuple[DeliveryState, str, timedelta | None, bool]


def _alike(verdicts: Iterable[Verdict]) -> dict[Alike, list[int]]:
    """Those that one statement can write."""
    groups: dict[Alike, list[int]] = {}
    for verdict in verdicts:
        alike = (verdict.state, verdict.error, verdict.wait, verdict.was_tried)
        groups.setdefault(alike, []).append(verdict.claim.pk)
    return groups


def _write(alike: Alike, deliveries: list[int], now: datetime) -> None:
    state, error, wait, was_tried = alike
    Delivery.objects.filter(pk__in=deliveries).update(
        state=state,
        error=error,
        due_at=None,
        not_before=now + (wait or timedelta()) if state in DUE else None,
        attempts=F("attempts") + (1 if was_tried else 0),
        changed_at=now,
    )


def verdict(outcome: Outcome) -> Verdict:
    """What a server's answer makes of a letter."""
    claim, answer = outcome.parcel.claim, outcome.answer
    match answer.meaning:
        case Meaning.ACCEPTED:
            return Verdict(claim, DeliveryState.ACCEPTED)
        case Meaning.FOLDERED:
            return Verdict(claim, DeliveryState.FOLDERED)
        case Meaning.NEVER:
            why = _("The server refused it for good (%d).") % answer.code
            return Verdict(claim, DeliveryState.FAILED, answer.words, why)
        case Meaning.NO_SUCH_ADDRESS:
            why = _("The server knows no such address (%d).") % answer.code
            return Verdict(claim, DeliveryState.BOUNCED, answer.words, why)
        case Meaning.OUR_ACCOUNT:
            why = _("Our own mail account was refused (%d): no letter is at fault.") % answer.code
            return Verdict(claim, DeliveryState.QUEUED, answer.words, why, was_tried=False)
    return _put_off(outcome)


def _put_off(outcome: Outcome) -> Verdict:
    claim, answer, attempts = outcome.parcel.claim, outcome.answer, outcome.parcel.attempts + 1
    if answer.meaning is Meaning.NO_SERVER:
        # That says nothing about the letter: it is never given up for it.
        why = _("The mail server could not be reached, or made no sense.")
        return Verdict(claim, DeliveryState.DEFERRED, answer.words, why, pause(min(attempts, len(PAUSES))))
    wait = pause(attempts)
    if wait is None:
        why = _("Given up after three days of temporary errors.")
        return Verdict(claim, DeliveryState.FAILED, answer.words, why)
    why = _("The server said: later (%d).") % answer.code if answer.code else _("The server hung up.")
    return Verdict(claim, DeliveryState.DEFERRED, answer.words, why, wait)


def turned_back(letter: TurnedBack) -> Verdict:
    """What an obstacle makes of a letter that was not tried."""
    reason = letter.obstacle.reason
    return Verdict(letter.claim, _state(letter.obstacle), reason, reason, was_tried=False)


def _state(obstacle: Obstacle) -> DeliveryState:
    if obstacle.names_of:
        return DeliveryState.NAMES
    return DeliveryState.FROZEN if obstacle.for_now else DeliveryState.FAILED
