"""Undoing a judgement: what it joined is apart again, each with the claims that were made about it."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .judge import end, keep_ended
from .models import Case, Judgement, JudgementVerdict, Subject
from .settle_same import settle


@transaction.atomic
def end_judgement(judgement: Judgement, by: Member | None) -> None:
    """The judgement no longer holds; its row stays. Raises CannotChange for one that was undone before."""
    case = _held(judgement.left, by)
    ended = end(Judgement.objects.filter(pk=judgement.pk, ended_at__isnull=True), by)
    if not ended:
        raise CannotChange(_("This judgement was undone already."))
    settle(case)
    entry = record(
        "subjects.judgement_undone", judgement.left, by, other=judgement.right_id, verdict=judgement.verdict
    )
    keep_ended(entry, ended, case)
    case_changed(case)


@transaction.atomic
def part(subject: Subject, by: Member | None) -> None:
    """Undoes every judgement that this subject is the same as another. Raises CannotChange where there is none."""
    case = _held(subject, by)
    joins = Judgement.objects.filter(
        Q(left=subject) | Q(right=subject), verdict=JudgementVerdict.SAME, ended_at__isnull=True
    )
    ended = end(joins, by)
    if not ended:
        raise CannotChange(_("This is not joined to anything."))
    settle(case)
    keep_ended(record("subjects.parted", subject, by, case=case.slug), ended, case)
    case_changed(case)


def _held(subject: Subject, by: Member | None) -> Case:
    case = Case.objects.select_for_update().get(pk=subject.case_id)
    must_hold_on(case, by, Role.REVIEWER)
    return case
