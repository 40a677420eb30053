"""Noting a remedy that was tried, and correcting the note."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.cases.access import must_hold_on
from tocsin.cases.errors import CannotChange
from tocsin.cases.models import Case, Remedy, RemedyKind, RemedyOutcome, Subject
from tocsin.directory.models import Office
from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.kinds.past import PastDate, is_before

DECIDED = {RemedyOutcome.GRANTED, RemedyOutcome.PARTLY, RemedyOutcome.REFUSED}


@dataclass(frozen=True)
class Tried:
    """One remedy as somebody tells it. Dates are EDTF; `office_name` may stay empty where `office` is given."""

    kind: str
    asked_for: str
    tried_on: str
    outcome: str = RemedyOutcome.PENDING
    office: Office | None = None
    office_name: str = ""
    about: Subject | None = None
    decided_on: str = ""
    decided_by: str = ""
    reason_given: str = ""
    source: str = ""

    @property
    def where(self) -> str:
        return " ".join(self.office_name.split())[:300] or (str(self.office) if self.office else "")


@transaction.atomic
def note_remedy(case: Case, tried: Tried, by: Member, noted_from: Subject | None = None) -> Remedy:
    """Stores a remedy. From one incident of a report one remedy is noted: a second press finds it.

    Raises CannotChange.
    """
    must_hold_on(case, by, Role.CONTRIBUTOR)
    _check(tried)
    Case.objects.select_for_update().get(pk=case.pk)
    if noted_from and (stored := Remedy.objects.filter(noted_from=noted_from).first()):
        return stored
    remedy = Remedy.objects.create(case=case, logged_by=by, noted_from=noted_from, **_fields(tried))
    record("remedy.noted", remedy, by, case=case.slug, kind=remedy.kind, outcome=remedy.outcome)
    return remedy


@transaction.atomic
def correct_remedy(remedy: Remedy, tried: Tried, by: Member) -> None:
    """What stood there before stays in its history. Raises CannotChange."""
    must_hold_on(remedy.case, by, Role.CONTRIBUTOR)
    _check(tried)
    changed = {k: v for k, v in _fields(tried).items() if getattr(remedy, k) != v}
    was = as_it_is(remedy, changed)
    for name, value in changed.items():
        setattr(remedy, name, value)
    remedy.save(update_fields=[*changed])
    entry = record("remedy.corrected", remedy, by, fields=list(changed))
    keep_revision(entry, remedy, was, within=remedy.case)


def _check(tried: Tried) -> None:
    if not tried.where or not tried.asked_for.strip():
        raise CannotChange(_("Say where it was tried and what was asked for."))
    if tried.kind not in RemedyKind.values or tried.outcome not in RemedyOutcome.values:
        raise CannotChange(_("Choose one of the words that the form offers."))
    for edtf in filter(None, (tried.tried_on, tried.decided_on)):
        _check_date(edtf)
    if is_before(tried.decided_on, tried.tried_on):
        raise CannotChange(_("It cannot be decided before it was tried. Check the two dates."))
    if not tried.tried_on:
        raise CannotChange(_("Say when it was tried, as far as it is known: a day, a month or a year."))


def _check_date(edtf: str) -> None:
    try:
        PastDate().read(edtf)
    except CannotRead as error:
        raise CannotChange(str(error)) from error


def _fields(tried: Tried) -> dict[str, Any]:
    return {
        "kind": tried.kind,
        "office": tried.office,
        "office_name": tried.where,
        "about": tried.about,
        "asked_for": tried.asked_for.strip()[:500],
        "tried_on": tried.tried_on,
        "outcome": tried.outcome,
        "decided_on": tried.decided_on,
        "decided_by": tried.decided_by.strip()[:200],
        "reason_given": tried.reason_given.strip()[:500],
        "source": tried.source.strip()[:300],
    }
