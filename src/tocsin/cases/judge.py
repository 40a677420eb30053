"""What every judgement on two subjects has in common."""

from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import AuditEntry, Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision, keep_revisions, plain

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .models import Case, Judgement, JudgementVerdict, Subject, SubjectKind
from .settle_same import settle

JUDGED_KINDS = (SubjectKind.PERSON, SubjectKind.GROUP, SubjectKind.INCIDENT)


class Pair(NamedTuple):
    """Two subjects of one case and kind; `left` came later."""

    case: Case
    left: Subject
    right: Subject


def pair_of(one: Subject, other: Subject, by: Member | None) -> Pair:
    """The two in order, the case held for this transaction. Raises CannotChange, PermissionDenied."""
    case = Case.objects.select_for_update().get(pk=one.case_id)
    must_hold_on(case, by, Role.REVIEWER)
    if one.pk == other.pk:
        raise CannotChange(_("It takes two to be judged."))
    if one.case_id != other.case_id or one.kind != other.kind:
        raise CannotChange(_("Two people, two groups or two incidents of one case can be judged."))
    if one.kind not in JUDGED_KINDS:
        raise CannotChange(_("Only people, groups and incidents can be joined."))
    first, second = sorted((one, other), key=lambda s: (s.position, s.pk))
    return Pair(case, second, first)


def judged(
    pair: Pair, verdict: JudgementVerdict, by: Member | None, score: float | None, why: str
) -> Judgement:
    """Stores the judgement in place of the one that stood, and what it comes to."""
    ended = end(standing_on(pair), by)
    made = Judgement.objects.create(
        left=pair.left, right=pair.right, verdict=verdict, judged_by=by, score=score, why=why[:300]
    )
    settle(pair.case)
    entry = record(
        f"subjects.judged_{verdict}", pair.left, by, other=pair.right.pk, case=pair.case.slug, why=why[:300]
    )
    keep_ended(entry, ended, pair.case)
    keep_revision(entry, made, {}, as_it_is(made, ("verdict", "why")), within=pair.case)
    case_changed(pair.case)
    return made


def standing_on(pair: Pair) -> QuerySet[Judgement]:
    """The standing judgement on just these two, whichever way round it was stored."""
    either = Q(left=pair.left, right=pair.right) | Q(left=pair.right, right=pair.left)
    return Judgement.objects.filter(either, ended_at__isnull=True)


def end(judgements: QuerySet[Judgement], by: Member | None) -> list[Judgement]:
    """Those that ended now."""
    ended = list(judgements)
    for judgement in ended:
        judgement.ended_by, judgement.ended_at = by, timezone.now()
    Judgement.objects.bulk_update(ended, ["ended_by", "ended_at"])
    return ended


def keep_ended(entry: AuditEntry, ended: list[Judgement], case: Case) -> None:
    changes = [(each, {"ended_at": None}, {"ended_at": plain(each.ended_at)}) for each in ended]
    keep_revisions(entry, changes, within=case)
