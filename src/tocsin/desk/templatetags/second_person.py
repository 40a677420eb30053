"""What waits for a second person, for the member who looks at the page."""

from typing import Any

from django import template

from tocsin.desk.asked import asked_by, asked_of
from tocsin.members.models import Member

register = template.Library()


@register.inclusion_tag("desk/second_person_waiting.html")
def second_person_waiting(member: Member) -> dict[str, Any]:
    return {"of_her": list(asked_of(member)), "by_her": list(asked_by(member))}
