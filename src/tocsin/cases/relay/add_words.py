"""Who answered and what was said, added to a call that was logged a moment ago."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.cases.inquiries.correct import restate
from tocsin.cases.inquiries.say import checked, say
from tocsin.cases.inquiries.statements import standing_claims, statements_of
from tocsin.cases.models import Inquiry, InquiryOutcome, RelayTurn, Stance
from tocsin.members.models import AuditEntry
from tocsin.members.record import name_of, record

from .errors import CannotCall
from .turns import MAY_LOG, TURN

ADDED = "relay.words_added"


@transaction.atomic
def add_words(turn: RelayTurn, now: datetime, said: str, spoke_with: str = "") -> None:
    """Once for a call: a second press changes nothing. Raises CannotCall.

    The words of a refusal take the place of the question that stood for them, unless a reviewer has decided on that.
    """
    turn = RelayTurn.objects.select_for_update().get(pk=turn.pk)
    inquiry = turn.inquiry
    if inquiry is None or now >= turn.starts_at + TURN + MAY_LOG:
        raise CannotCall(_("This turn is over, and nothing can be added to its call."))
    if not (said.strip() or spoke_with.strip()) or _was_added(inquiry):
        return
    _set_speaker(inquiry, spoke_with)
    if said.strip():
        _store(inquiry, said, turn.relay.question)
    record(ADDED, inquiry, None)


def _was_added(inquiry: Inquiry) -> bool:
    """By the trail: a reviewer may have reworded, left out or withdrawn what she had added."""
    return AuditEntry.objects.filter(act=ADDED, subject=name_of(inquiry)).exists()


def _set_speaker(inquiry: Inquiry, spoke_with: str) -> None:
    """Who answered, unless somebody wrote it down since. What a reviewer decided on stays as it was read."""
    if inquiry.spoke_with or not spoke_with.strip():
        return
    inquiry.spoke_with = " ".join(spoke_with.split())[:200]
    inquiry.save(update_fields=["spoke_with"])
    for told in statements_of(inquiry):
        if told.is_awaiting:
            restate(told.subject, inquiry, told.gist, told.stance, by=None)


def _store(inquiry: Inquiry, said: str, question: str) -> None:
    refused = inquiry.outcome == InquiryOutcome.REFUSED
    stance = Stance.REFUSES if refused else Stance.ASSERTS
    gist = checked(said, stance)
    told = statements_of(inquiry)
    if len(told) == 1 and told[0].gist == question and told[0].is_awaiting:
        restate(told[0].subject, inquiry, gist, stance, by=None)
    else:
        _say_too(inquiry, gist, stance)


def _say_too(inquiry: Inquiry, gist: str, stance: Stance) -> None:
    """Beside what stands. Of a call that was withdrawn it is withdrawn with it, and comes back with it."""
    subject = say(inquiry, gist, stance, by=None)
    standing_claims(subject).update(withdrawn_at=inquiry.withdrawn_at)
    inquiry.refresh_from_db(fields=["said"])
    inquiry.said = "\n".join(filter(None, [inquiry.said, gist]))
    inquiry.save(update_fields=["said"])
