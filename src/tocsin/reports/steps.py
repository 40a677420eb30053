"""What each press of a button changed, noted inside its transaction, so that it can be undone."""

from collections.abc import Collection, Mapping
from itertools import takewhile
from typing import Any

from django.utils.dateparse import parse_datetime

from tocsin.members.models import AuditEntry, Member

from .keep_fields import keep_fields
from .models import Decision, Did, Report, ReviewField, ReviewStep
from .sitting import count_decisions
from .version import version

# A field before a step; None where there was none.
State = dict[str, Any] | None


def state_of(field: ReviewField) -> State:
    return {
        "value": field.value,
        "decision": field.decision,
        "may_be_shown": field.may_be_shown,
        "decided_by": field.decided_by_id,
        "decided_at": field.decided_at.isoformat() if field.decided_at else None,
    }


def put_back(field: ReviewField, state: dict[str, Any]) -> None:
    """Gives the field the state that it had; the caller saves it."""
    field.value, field.decision = state["value"], Decision(state["decision"])
    field.may_be_shown, field.decided_by_id = state["may_be_shown"], state["decided_by"]
    field.decided_at = parse_datetime(state["decided_at"]) if state["decided_at"] else None


def corrections_of(field: ReviewField, report: Report, until: int | None = None) -> list[Member]:
    """Who corrected it, once for each time, since it was last made undecided; `until` leaves out that step and later ones."""
    steps = report.steps.filter(ended_at=None, did__in=(Did.CORRECT, Did.REOPEN)).order_by("-pk")
    steps = (steps.filter(pk__lt=until) if until else steps).select_related("member")
    hers = [step for step in steps if field.pk in {change["field"] for change in step.fields}]
    return [step.member for step in takewhile(lambda step: step.did == Did.CORRECT, hers)]


def note_step(
    entry: AuditEntry, report: Report, did: Did, before: Mapping[int, State], fields: Collection[ReviewField]
) -> None:
    """Notes a step of who acted, and counts it into her sitting. The installation itself takes no steps."""
    keep_fields(entry, report, before, fields)
    by = entry.member
    changed = [{"field": f.pk, "before": before.get(f.pk), "after": version(f)} for f in fields]
    if by is None or not changed:
        return
    ReviewStep.objects.create(report=report, member=by, did=did, fields=changed)
    count_decisions(report, by, len(changed), corrections=int(did == Did.CORRECT))
