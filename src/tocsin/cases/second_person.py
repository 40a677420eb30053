"""The second person of a case: whoever agrees must be able to do it herself in the same case."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import translation

from tocsin.members import second_person
from tocsin.members.models import Member, Role, SecondPersonRequest

from .access import holds_on, must_hold_on
from .models import Case, CaseMember
from .queries import case_view
from .shown_more.ask import all_of_it
from .shown_more.carry_out import carry_out
from .shown_more.gate import ACT as SHOWN_MORE

# What one must be in the case to do the act, and so to agree to it.
RIGHT_FOR = {
    "action.published": Role.PUBLISHER,
    "action.letters_taken_out": Role.PUBLISHER,
    "case.published": Role.PUBLISHER,
    "case.exported": Role.PUBLISHER,
    "action.words_changed": Role.PUBLISHER,
    SHOWN_MORE: Role.PUBLISHER,
    "stance.recorded": Role.PUBLISHER,
    "outcome.recorded": Role.PUBLISHER,
    "update.sent": Role.PUBLISHER,
    "gathering.added": Role.PUBLISHER,
}

# What is done as soon as somebody agrees, in the name of whoever asked. Raises CannotAgree.
CarryOut = Callable[[Case, SecondPersonRequest], None]
_carried_out: dict[str, CarryOut] = {SHOWN_MORE: carry_out}


def carries_out(act: str, how: CarryOut) -> None:
    """Registers how the act is done; called once by the app that it belongs to, when that is ready."""
    _carried_out[act] = how


def is_done_at_once(act: str) -> bool:
    """Whether the agreement does it; else it waits for whoever asked."""
    return act in _carried_out


@transaction.atomic
def agree_in(case: Case, request: SecondPersonRequest, by: Member, fingerprint: str = "") -> None:
    """Agrees to an act on a record of `case`. Raises PermissionDenied and CannotAgree.

    What was asked to be shown or said is shown at once; the other acts wait for whoever asked.
    """
    must_hold_on(case, by, RIGHT_FOR[request.act])
    second_person.agree(request, by, fingerprint)
    if is_done_at_once(request.act):
        _carried_out[request.act](case, request)


def refuse_in(case: Case, request: SecondPersonRequest, by: Member) -> None:
    """Refuses it, or takes one's own request back. Raises PermissionDenied and CannotAgree."""
    if request.asked_by_id != by.pk:
        must_hold_on(case, by, RIGHT_FOR[request.act])
    second_person.refuse(request, by)


def seconds(case: Case, act: str, besides: Member) -> list[Member]:
    """Who could agree to what `besides` asks for in this case."""
    on = CaseMember.objects.filter(case=case, member__is_active=True).exclude(member=besides)
    people = [each.member for each in on.select_related("member")]
    return [member for member in people if holds_on(case, member, RIGHT_FOR[act])]


def case_fingerprint(case: Case) -> str:
    """Of all that the public page of the case would show."""
    with translation.override("en"):
        shown = asdict(case_view(case, public=True))
    del shown["has_public_page"]
    return fingerprint(shown)


def more_fingerprint(case: Case, request: SecondPersonRequest) -> str:
    """Of what the request would show."""
    return fingerprint(all_of_it(case, request.wanted))


def fingerprint(shown: Any) -> str:
    """SHA-256 of plain data; the same data gives the same, whoever asks and in whatever language."""
    written = json.dumps(shown, sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()
