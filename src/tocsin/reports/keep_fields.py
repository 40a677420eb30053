"""Decisions on fields in the history of their report: one row a step, however many fields it changed."""

from collections.abc import Iterable, Mapping
from typing import Any

from tocsin.members.models import AuditEntry
from tocsin.members.revise import keep_revision

from .models import Report, ReviewField

KEPT = ("value", "decision", "may_be_shown")


def keep_fields(
    entry: AuditEntry,
    report: Report,
    before: Mapping[int, dict[str, Any] | None],
    fields: Iterable[ReviewField],
) -> None:
    """`before` are the states of `steps.state_of`; a field that it lacks was added."""
    was: dict[str, Any] = {}
    now: dict[str, Any] = {}
    for each in fields:
        old, key = before.get(each.pk), key_of(each.pk)
        after = {"value": each.value, "decision": each.decision, "may_be_shown": each.may_be_shown}
        if old is None:
            now[key] = after
            continue
        changed = [name for name in KEPT if old[name] != after[name] and not _is_plain(name, old, each)]
        if changed:
            was[key] = {name: old[name] for name in changed}
            now[key] = {name: after[name] for name in changed}
    keep_revision(entry, report, was, now, within=report)


def _is_plain(name: str, old: dict[str, Any], field: ReviewField) -> bool:
    """The value before and after is what was proposed, which stands in the field itself: many fields, few words."""
    return name == "value" and all(value in (None, field.proposed) for value in (old["value"], field.value))


def key_of(pk: int) -> str:
    return f"field {pk}"
