"""An organisation confirms from its mailbox. A link scanner that only looks confirms nothing."""

from enum import Enum

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.members.record import record

from .models import STANDING, Endorsement, EndorsementState
from .tokens import asked_by


class Answer(Enum):
    """What came of a press on the button."""

    CONFIRMED = "confirmed"
    BY_HAND = "waits for a confirmation by hand"
    ALREADY_CONFIRMED = "already confirmed"
    SIGNED_BEFORE = "signed before"
    CLOSED = "closed"


def find_asked(token: str) -> Endorsement | None:
    """Changes nothing. None where the link is not ours, has run out, or what it names was erased."""
    public_id = asked_by(token)
    if public_id is None:
        return None
    return Endorsement.objects.select_related("action__case").filter(public_id=public_id).first()


@transaction.atomic
def confirm(token: str) -> tuple[Answer, Endorsement] | None:
    """Once; a second press finds it confirmed. None as in `find_asked`."""
    found = find_asked(token)
    if found is None:
        return None
    action = Action.objects.select_for_update(of=("self",)).select_related("case").get(pk=found.action_id)
    asked = Endorsement.objects.select_for_update(of=("self",)).get(pk=found.pk)
    asked.action = action
    if asked.state != EndorsementState.ASKED:
        return Answer.ALREADY_CONFIRMED, asked
    if not action.is_open or action.case.frozen_at:
        return Answer.CLOSED, asked
    return _confirm(asked), asked


def _confirm(asked: Endorsement) -> Answer:
    if asked.own_domain and standing_beside(asked).filter(own_domain=asked.own_domain).exists():
        asked.delete()
        return Answer.SIGNED_BEFORE
    if standing_beside(asked).filter(folded=asked.folded, country=asked.country).exists():
        asked.why_by_hand = asked.why_by_hand or _("Another endorsement bears this name.")
    asked.state = EndorsementState.BY_HAND if asked.why_by_hand else EndorsementState.WAITING
    asked.confirmed_at = None if asked.why_by_hand else timezone.now()
    asked.save(update_fields=["why_by_hand", "state", "confirmed_at"])
    record("endorsement.confirmed", asked, None, how=asked.get_state_display())
    return Answer.BY_HAND if asked.why_by_hand else Answer.CONFIRMED


def standing_beside(one: Endorsement) -> QuerySet[Endorsement]:
    """The other endorsements of its action of which it is settled who signed."""
    return Endorsement.objects.filter(action=one.action_id, state__in=STANDING).exclude(pk=one.pk)
