"""What came of a call: an inquiry of the case, and what was said as a statement that waits for review."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.cases.inquiries.attempt import Attempt
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.inquiries.of_a_call import OUTCOMES
from tocsin.cases.models import Inquiry, InquiryChannel, InquiryOutcome, RelayTurn

from .errors import CannotCall
from .turns import is_open


@transaction.atomic
def log_call(turn: RelayTurn, outcome: str, now: datetime, said: str = "", spoke_with: str = "") -> Inquiry:
    """Stores the call of a turn, once: a second press gives what the first has stored. Raises CannotCall."""
    # Locked without its inquiry: PostgreSQL would not look again at a joined row.
    turn = RelayTurn.objects.select_for_update().get(pk=turn.pk)
    if turn.inquiry is not None:
        return turn.inquiry
    if turn.begun_at is None or not is_open(turn, now):
        raise CannotCall(_("This turn is over, and its call can be logged no more."))
    if outcome not in OUTCOMES:
        raise CannotCall(_("Say what happened: press one of the outcomes."))
    turn.inquiry = log_inquiry(turn.relay.case, _attempt(turn, outcome, said, spoke_with), by=None)
    turn.save(update_fields=["inquiry"])
    return turn.inquiry


def _attempt(turn: RelayTurn, outcome: str, said: str, spoke_with: str) -> Attempt:
    """A refusal without words refuses the question."""
    relay = turn.relay
    return Attempt(
        outcome=outcome,
        asked_at=turn.begun_at or turn.starts_at,
        office=relay.office,
        channel=InquiryChannel.PHONE,
        said=said.strip() or (relay.question if outcome == InquiryOutcome.REFUSED else ""),
        about=relay.about,
        spoke_with=spoke_with,
        asked_by=_("a volunteer of the call relay"),
        form_key=f"relay turn {turn.pk}",
    )
