"""Alarms about letters, for the member who looks at the page."""

from typing import Any

from django import template

from tocsin.delivery.alarms.queries import standing
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.dispatch.holds import standing as standing_holds
from tocsin.members.models import Member, Role

register = template.Library()


@register.inclusion_tag("desk/unusual_waiting.html", takes_context=True)
def unusual_waiting(context: template.Context, member: Member) -> dict[str, Any]:
    """Those of the cases that she publishes in, each with whether its action's letters are stopped."""
    alarms = list(standing(member, Role.PUBLISHER))
    keys = {lanes.of_action(alarm.action_id) for alarm in alarms}
    stopped = set(standing_holds().filter(key__in=keys).values_list("key", flat=True)) if keys else set()
    rows = [(alarm, lanes.of_action(alarm.action_id) in stopped) for alarm in alarms]
    return {"rows": rows, "csrf_token": context.get("csrf_token")}
