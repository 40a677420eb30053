"""The second person of a case: whoever agrees must be able to do it herself in the same case."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from django.utils import translation

from tocsin.members import second_person
from tocsin.members.models import Member, Role, SecondPersonRequest

from .access import holds_on, must_hold_on
from .models import Case, CaseMember
from .queries import case_view

# What one must be in the case to do the act, and so to agree to it.
RIGHT_FOR = {
    "action.published": Role.PUBLISHER,
    "case.published": Role.PUBLISHER,
    "case.exported": Role.PUBLISHER,
}


def agree_in(case: Case, request: SecondPersonRequest, by: Member, fingerprint: str = "") -> None:
    """Agrees to an act on a record of `case`. Raises PermissionDenied and CannotAgree."""
    must_hold_on(case, by, RIGHT_FOR[request.act])
    second_person.agree(request, by, fingerprint)


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


def fingerprint(shown: Any) -> str:
    """SHA-256 of plain data; the same data gives the same, whoever asks and in whatever language."""
    written = json.dumps(shown, sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()
