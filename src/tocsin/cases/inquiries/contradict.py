"""Marking that an office told two stories. Both stay, side by side."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.cases.access import must_hold_on
from tocsin.cases.changed import case_changed
from tocsin.cases.errors import CannotChange
from tocsin.cases.models import Subject, SubjectKind
from tocsin.members.models import Member, Role
from tocsin.members.record import record


@transaction.atomic
def mark_contradiction(later: Subject, earlier: Subject, by: Member) -> None:
    """`later` contradicts `earlier`. Raises CannotChange where the two are no two statements of one case."""
    must_hold_on(later.case, by, Role.REVIEWER)
    statements = {later.kind, earlier.kind} == {SubjectKind.STATEMENT}
    if not statements or later.case_id != earlier.case_id or later.pk == earlier.pk:
        raise CannotChange(_("Two statements of one case can contradict each other."))
    if _leads_to(earlier, later):
        raise CannotChange(_("It is marked the other way round already. Undo that first."))
    later.contradicts = earlier
    later.save(update_fields=["contradicts"])
    record("statement.contradicts", later, by, earlier=earlier.pk)
    case_changed(later.case)


@transaction.atomic
def unmark_contradiction(later: Subject, by: Member) -> None:
    must_hold_on(later.case, by, Role.REVIEWER)
    was, later.contradicts = later.contradicts_id, None
    later.save(update_fields=["contradicts"])
    record("statement.contradicts_no_more", later, by, was=was)
    case_changed(later.case)


def _leads_to(start: Subject, goal: Subject) -> bool:
    """Whether the chain of contradictions from `start` comes by `goal`."""
    seen: set[int] = set()
    at: Subject | None = start
    while at is not None and at.pk not in seen:
        if at.pk == goal.pk:
            return True
        seen.add(at.pk)
        at = at.contradicts
    return False
