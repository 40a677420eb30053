"""What a request to take letters out means, for the second person who reads it."""

from typing import Any

from tocsin.actions.models import Action
from tocsin.delivery.taken_out.look import look
from tocsin.delivery.taken_out.rule import rule_of

from .rule_words import rule_words


def taken_out_then(action: Action, wanted: list[dict[str, Any]]) -> dict[str, Any]:
    """How many letters by now, a few of them, and the reason that the public would read."""
    [wish] = wanted
    rule = rule_of(wish["rule"])
    return {"seen": look(action, rule), "rule_said": rule_words(rule), "reason": wish["reason"]}
