"""A relay as the desk and its callers see it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from tocsin.cases.elsewhere.held import held_in
from tocsin.cases.inquiries.statements import Said, said_in
from tocsin.cases.models import Case, ClaimState, Inquiry, Relay
from tocsin.cases.names import case_mask

from .access import is_over, is_running, number_stands
from .turns import Slot, TurnState, slots


@dataclass(frozen=True)
class RelayView:
    """A relay with its turns as they stand; `state` is a word for a person."""

    relay: Relay
    slots: tuple[Slot, ...]
    is_running: bool
    is_over: bool
    number_stands: bool

    @property
    def called_count(self) -> int:
        return sum(slot.state == TurnState.CALLED for slot in self.slots)

    @property
    def free_count(self) -> int:
        return sum(slot.is_free for slot in self.slots)


@dataclass(frozen=True)
class LastAnswer:
    """The last thing that the office said and a reviewer accepted, as callers may see it."""

    gist: str
    said_by: str
    asked_at: datetime
    stance_words: str


@dataclass(frozen=True)
class LastCall:
    """That the office was called since, and which of the outcomes came of it: none of anybody's own words."""

    asked_at: datetime
    outcome: str


def relay_view(relay: Relay, now: datetime | None = None) -> RelayView:
    now = now or timezone.now()
    return RelayView(
        relay, tuple(slots(relay, now)), is_running(relay), is_over(relay, now), number_stands(relay)
    )


def relays_of(case: Case) -> list[RelayView]:
    return [relay_view(relay) for relay in case.relays.select_related("office", "case", "about")]


def last_answer(relay: Relay) -> LastAnswer | None:
    """Without withheld names, unless the coordinator said that callers may see them.

    What another volunteer wrote down waits for a reviewer: it may tell of somebody whose name no mask knows yet.
    """
    said = _last_said(_asked(relay))
    if said is None:
        return None
    say = text_for_callers(relay)
    return LastAnswer(say(said.gist), say(said.inquiry.spoke_with), said.inquiry.asked_at, said.stance_words)


def last_call(relay: Relay) -> LastCall | None:
    """The latest call, where none of its words are shown as the last answer."""
    asked = _asked(relay)
    said = _last_said(asked)
    if not asked or (said and said.inquiry.pk == asked[-1].pk):
        return None
    return LastCall(asked[-1].asked_at, str(asked[-1].get_outcome_display()))


def text_for_callers(relay: Relay) -> Callable[[str], str]:
    """A function that leaves out of a text what callers may not see: also where they may, while a name is held back."""
    sees_all = relay.callers_see_names and not held_in(relay.case).exists()
    return str if sees_all else case_mask(relay.case).text


def _asked(relay: Relay) -> list[Inquiry]:
    """Everything that this case asked this office, the latest at the end."""
    asked = Inquiry.objects.filter(case=relay.case, office=relay.office, withdrawn_at=None)
    return list(asked.select_related("case", "office"))


def _last_said(asked: list[Inquiry]) -> Said | None:
    said = said_in(asked)
    accepted = [s for i in asked for s in said.get(i.pk, ()) if s.state == ClaimState.ACCEPTED]
    return accepted[-1] if accepted else None
