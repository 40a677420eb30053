"""A relay as the desk and its callers see it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from tocsin.cases.inquiries.statements import Said, said_in
from tocsin.cases.models import Case, Inquiry, Relay
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
    """The last thing that the office said, as its reader may see it."""

    gist: str
    said_by: str
    asked_at: datetime
    stance_words: str
    is_awaiting: bool


def relay_view(relay: Relay, now: datetime | None = None) -> RelayView:
    now = now or timezone.now()
    return RelayView(
        relay, tuple(slots(relay, now)), is_running(relay), is_over(relay, now), number_stands(relay)
    )


def relays_of(case: Case) -> list[RelayView]:
    return [relay_view(relay) for relay in case.relays.select_related("office", "case", "about")]


def last_answer(relay: Relay) -> LastAnswer | None:
    """Without withheld names, unless the coordinator said that callers may see them."""
    said = _last_said(relay)
    if said is None:
        return None
    say = text_for_callers(relay)
    return LastAnswer(
        say(said.gist),
        say(said.inquiry.spoke_with),
        said.inquiry.asked_at,
        said.stance_words,
        said.is_awaiting,
    )


def text_for_callers(relay: Relay) -> Callable[[str], str]:
    """A function that leaves out of a text what callers may not see."""
    return str if relay.callers_see_names else case_mask(relay.case).text


def _last_said(relay: Relay) -> Said | None:
    asked = Inquiry.objects.filter(case=relay.case, office=relay.office, withdrawn_at=None)
    inquiries = list(asked.select_related("case", "office"))
    said = said_in(inquiries)
    standing = [s for i in inquiries for s in said.get(i.pk, ()) if not s.is_left_out]
    return standing[-1] if standing else None
