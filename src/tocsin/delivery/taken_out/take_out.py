"""A publisher takes letters out of the count: by a rule, for a reason that the public reads."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.cases.access import must_hold_on
from tocsin.cases.second_person import fingerprint
from tocsin.jobs.enqueue import enqueue
from tocsin.members.models import Member, Role, SecondPersonRequest
from tocsin.members.record import record
from tocsin.members.second_person import ask, use

from .models import TakeOut
from .rule import Rule, meant

# The act that a second person agrees to, and the job that does it.
ACT = "action.letters_taken_out"
KIND = "delivery.take_out"
SHORTEST_REASON = 10
# What is asked for, in plain data: {"rule": ..., "reason": ...}.
Wish = dict[str, Any]


def wish(rule: Rule, reason: str) -> Wish:
    return {"rule": rule.plain(), "reason": reason.strip()}


@transaction.atomic
def take_out(action: Action, rule: Rule, reason: str, by: Member) -> TakeOut:
    """A worker does it; the public page says so when the last of them is out.

    Raises PermissionDenied below the role publisher, CannotChange, and NeedsSecondPerson.
    """
    _must_be_fit(action, rule, reason, by)
    use(ACT, action, by, fingerprint([wish(rule, reason)]))
    made = TakeOut.objects.create(action=action, rule=rule.plain(), reason=reason.strip(), by=by)
    record(ACT, action, by, reason=made.reason, take_out=made.pk)
    enqueue(KIND, {"take_out": made.pk})
    return made


@transaction.atomic
def ask_to_take_out(action: Action, rule: Rule, reason: str, by: Member) -> SecondPersonRequest:
    """Asks for a second person. What she asked for before and nobody answered is replaced. Raises as `take_out` does."""
    _must_be_fit(action, rule, reason, by)
    request = SecondPersonRequest.objects.select_for_update().get(pk=ask(ACT, action, by, reason).pk)
    if request.asked_by_id != by.pk:
        raise CannotChange(
            _("%(who)s has asked for a second person already. Once that is answered, ask for yours.")
            % {"who": request.asked_by}
        )
    request.wanted, request.why = [wish(rule, reason)], reason.strip()
    request.save(update_fields=["wanted", "why"])
    return request


def _must_be_fit(action: Action, rule: Rule, reason: str, by: Member) -> None:
    must_hold_on(action.case, by, Role.PUBLISHER)
    if len(reason.strip()) < SHORTEST_REASON:
        raise CannotChange(_("Say why, in a sentence: it is what the public reads beside the number."))
    if not rule.says_something:
        raise CannotChange(_("Say which letters are meant: as it stands, it would be all of them."))
    if not meant(action, rule).exists():
        raise CannotChange(_("No letter is like that any more."))
