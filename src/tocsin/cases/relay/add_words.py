"""Who answered and what was said, added to a call that was logged a moment ago."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.cases.inquiries.correct import restate
from tocsin.cases.inquiries.say import checked, say
from tocsin.cases.inquiries.statements import statements_of
from tocsin.cases.models import Inquiry, InquiryOutcome, RelayTurn, Stance
from tocsin.members.record import record

from .errors import CannotCall
from .turns import MAY_LOG, TURN


@transaction.atomic
def add_words(turn: RelayTurn, now: datetime, said: str, spoke_with: str = "") -> None:
    """Once for a call: a second press changes nothing, nor does one after a reviewer has decided.

    The words of a refusal take the place of the question that stood for them. Raises CannotCall.
    """
    turn = RelayTurn.objects.select_for_update().get(pk=turn.pk)
    inquiry = turn.inquiry
    if inquiry is None or now >= turn.starts_at + TURN + MAY_LOG:
        raise CannotCall(_("This turn is over, and nothing can be added to its call."))
    if inquiry.spoke_with or not _is_open(inquiry, turn.relay.question):
        return
    _set_speaker(inquiry, spoke_with)
    if said.strip():
        _store(inquiry, said)


def _is_open(inquiry: Inquiry, question: str) -> bool:
    """Whether nobody has said yet what was said, beyond that the question was refused."""
    told = statements_of(inquiry)
    return not told or (len(told) == 1 and told[0].gist == question and told[0].is_awaiting)


def _set_speaker(inquiry: Inquiry, spoke_with: str) -> None:
    if inquiry.withdrawn_at is None and spoke_with.strip():
        inquiry.spoke_with = " ".join(spoke_with.split())[:200]
        inquiry.save(update_fields=["spoke_with"])
        for told in statements_of(inquiry):
            restate(told.subject, inquiry, told.gist, told.stance, by=None)


def _store(inquiry: Inquiry, said: str) -> None:
    refused = inquiry.outcome == InquiryOutcome.REFUSED
    stance = Stance.REFUSES if refused else Stance.ASSERTS
    gist = checked(said, stance)
    told = statements_of(inquiry)
    if told:
        restate(told[0].subject, inquiry, gist, stance, by=None)
    else:
        say(inquiry, gist, stance, by=None)
        Inquiry.objects.filter(pk=inquiry.pk).update(said=gist)
    record("relay.words_added", inquiry, None)
