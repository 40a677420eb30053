"""What waits for a second person, for the member who looks at the page."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.db import models

from tocsin.actions.models import Action
from tocsin.cases.access import holds_on
from tocsin.cases.second_person import RIGHT_FOR, seconds
from tocsin.desk.asked import Asked, asked_by, asked_now, asked_of
from tocsin.desk.asked_acts import ASKED_ACTS
from tocsin.members.loosen_house_rules import asked_to_loosen
from tocsin.members.models import Member, Role
from tocsin.members.second_person import is_needed, waiting

register = template.Library()


@register.inclusion_tag("desk/second_person_waiting.html")
def second_person_waiting(member: Member) -> dict[str, Any]:
    of_the_house = asked_to_loosen() if member.holds(Role.ADMINISTRATOR) else None
    return {
        "of_her": list(asked_of(member)),
        "by_her": list(asked_by(member)),
        "of_the_house": of_the_house,
        "is_asker": bool(of_the_house and of_the_house.asked_by_id == member.pk),
    }


@dataclass(frozen=True)
class Standing:
    """How an act stands that the house wants a second person for; `asked` waits, or was agreed to and still holds."""

    asked: Asked | None
    member: Member

    @property
    def is_waiting(self) -> bool:
        return bool(self.asked and not self.asked.request.answered_at)

    @property
    def must_ask(self) -> bool:
        """Whether pressing the button asks: nobody has agreed yet, or agreed to what somebody else asked for."""
        return not self.asked or self.is_waiting or self.asked.request.asked_by_id != self.member.pk

    @property
    def may_open(self) -> bool:
        """Whether she may read the request."""
        if not self.asked:
            return False
        request = self.asked.request
        is_hers = request.asked_by_id == self.member.pk
        return is_hers or holds_on(self.asked.case, self.member, RIGHT_FOR[request.act])


@register.simple_tag
def second_person_standing(act: str, record: models.Model, member: Member) -> Standing | None:
    """None where the house needs nobody else."""
    return Standing(asked_now(act, record), member) if is_needed(act) else None


@register.inclusion_tag("desk/act_waiting.html")
def act_waiting(act: str, action: Action, member: Member) -> dict[str, Any]:
    """What of this act waits for a second person, and on whose desk; nothing where nothing waits."""
    request = waiting(act, action)
    if request is None:
        return {}
    return {
        "asked": request,
        "action": action,
        "lines": ASKED_ACTS[act].lines(action, request),
        "seconds": seconds(action.case, act, besides=request.asked_by),
        "may_open": request.asked_by_id == member.pk or holds_on(action.case, member, RIGHT_FOR[act]),
    }


@register.simple_tag
def needs_second(act: str) -> bool:
    return is_needed(act)
