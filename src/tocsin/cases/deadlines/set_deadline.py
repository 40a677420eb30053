"""Setting, moving and ending a deadline."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.cases.access import must_hold_on
from tocsin.cases.errors import CannotChange
from tocsin.cases.models import Case, Deadline, DeadlineKind, Inquiry, Subject
from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

LONGEST_NOTE = 300
# History may be noted; a slip of the century may not.
FURTHEST = timedelta(days=365 * 30)


@transaction.atomic
def set_deadline(
    case: Case,
    kind: str,
    due_on: date,
    by: Member,
    note: str = "",
    about: Subject | None = None,
    after: Inquiry | None = None,
) -> Deadline:
    """Members of the case are reminded of it. After one attempt there is one: a second press finds it.

    Raises CannotChange.
    """
    must_hold_on(case, by, Role.CONTRIBUTOR)
    _check(kind, due_on)
    Case.objects.select_for_update().get(pk=case.pk)
    if after and (stored := Deadline.objects.filter(after=after).first()):
        return stored
    deadline = Deadline.objects.create(
        case=case, kind=kind, due_on=due_on, note=_short(note), about=about, after=after, set_by=by
    )
    record("deadline.set", deadline, by, case=case.slug, kind=kind, due_on=due_on.isoformat())
    return deadline


@transaction.atomic
def correct_deadline(
    deadline: Deadline, kind: str, due_on: date, by: Member, note: str = "", about: Subject | None = None
) -> None:
    """A deadline that was moved reminds anew. Raises CannotChange."""
    must_hold_on(deadline.case, by, Role.CONTRIBUTOR)
    _check(kind, due_on)
    was = as_it_is(deadline, ("kind", "due_on", "note", "about"))
    if deadline.due_on != due_on:
        deadline.reminded_at, deadline.set_at = None, timezone.now()
    deadline.kind, deadline.due_on, deadline.note, deadline.about = kind, due_on, _short(note), about
    deadline.save(update_fields=["kind", "due_on", "note", "about", "reminded_at", "set_at"])
    entry = record("deadline.corrected", deadline, by, kind=kind, due_on=due_on.isoformat())
    keep_revision(entry, deadline, was, within=deadline.case)


def _check(kind: str, due_on: date) -> None:
    if kind not in DeadlineKind.values:
        raise CannotChange(_("Choose one of the words that the form offers."))
    if abs(due_on - timezone.now().date()) > FURTHEST:
        raise CannotChange(_("This day is more than thirty years away. Check the year."))


def _short(note: str) -> str:
    return " ".join(note.split())[:LONGEST_NOTE]
