"""An outcome that waits for a second person lies with her request, and stands in the form again when its member comes back."""

from typing import Any

from django.http import QueryDict

from tocsin.actions.models import Action
from tocsin.members.models import Member, SecondPersonRequest
from tocsin.members.record import name_of
from tocsin.members.second_person import ask

ACT = "action.published"
_FIELDS = ("kind", "happened_on", "text", "report", "inquiry", "link", "effect")


def keep_asked(action: Action, typed: QueryDict, by: Member) -> SecondPersonRequest:
    """Asks for a second person; what was typed is kept, but not with a request of somebody else."""
    asked = ask(ACT, action, by)
    if asked.asked_by_id == by.pk:
        asked.wanted = [{name: typed.get(name, "") for name in _FIELDS}]
        asked.save(update_fields=["wanted"])
    return asked


def kept_outcome(action: Action, by: Member) -> dict[str, Any]:
    """What this member typed last and could not record yet; empty where there is nothing."""
    hers = SecondPersonRequest.objects.filter(act=ACT, subject=name_of(action), asked_by=by, used_at=None)
    last = hers.exclude(wanted=[]).first()
    return last.wanted[0] if last else {}
