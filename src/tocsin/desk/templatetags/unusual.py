"""Alarms about letters, for the member who looks at the page."""

from typing import Any

from django import template

from tocsin.actions.models import Action
from tocsin.delivery.alarms.queries import standing
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.dispatch.holds import standing as standing_holds
from tocsin.delivery.models import Alarm
from tocsin.desk.country_choices import country_words
from tocsin.members.models import Member, Role

register = template.Library()
register.filter("country_words", country_words)


@register.inclusion_tag("desk/unusual_waiting.html", takes_context=True)
def unusual_waiting(context: template.Context, member: Member) -> dict[str, Any]:
    """Those of the cases that she publishes in, each with whether its action's letters are stopped."""
    of_action: dict[Action, list[Alarm]] = {}
    for alarm in standing(member, Role.PUBLISHER):
        of_action.setdefault(alarm.action, []).append(alarm)
    keys = {lanes.of_action(action): action for action in of_action}
    stopped = standing_holds().filter(key__in=keys).values_list("key", flat=True) if keys else ()
    held = {keys[key] for key in stopped}
    rows = [(action, alarms, action in held) for action, alarms in of_action.items()]
    return {"rows": rows, "csrf_token": context.get("csrf_token")}
