"""What the history keeps of a gathering: what everybody may read of it, never who hosts it."""

from tocsin.members.models import AuditEntry
from tocsin.members.revise import State, as_it_is, keep_revision

from .models import Gathering
from .plan import FIELDS

KEPT = (*FIELDS, "state", "reason", "turnout", "told", "report_state")


def as_it_stood(gathering: Gathering) -> State:
    return as_it_is(gathering, KEPT)


def keep_change(entry: AuditEntry, gathering: Gathering, was: State) -> None:
    keep_revision(entry, gathering, was, within=gathering.action.case)
