"""The assessments of a case as pages show them: the latest of each subject and predicate, with what it cites."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .independent import what_is_missing
from .mark_reliable import reliable_reports
from .mask import Mask
from .models import Assessment, Case, Claim, ClaimState, Verdict


@dataclass(frozen=True)
class AssessmentView:
    """`verdict` is what still holds of it: what was verified by a source that no longer counts is only reported.

    `is_outdated`: a claim that it cites was withdrawn since; it is not shown in public then.
    """

    pk: int
    subject: int
    predicate: str
    wording: str
    verdict: str
    verdict_words: str
    cites: tuple[int, ...]
    written_by: str
    written_at: datetime
    may_be_shown: bool
    is_outdated: bool


def assessments_of(case: Case, mask: Mask | None = None) -> tuple[AssessmentView, ...]:
    """In public (with a mask) those alone that may be shown, that still stand, and that cite something shown."""
    found = Assessment.objects.filter(subject__case=case).select_related("written_by")
    found = found.prefetch_related("cites__report__repeats", "cites__report__revises").order_by("pk")
    latest = {(a.subject_id, a.predicate): a for a in found}
    reliable = reliable_reports(case) if latest else set()
    views = [_view(a, reliable, mask) for a in latest.values() if mask is None or _is_public(a)]
    return tuple(views)


def versions_of(subjects: Iterable[int], predicate: str) -> list[Assessment]:
    """All that was ever written of it, the latest first."""
    found = Assessment.objects.filter(subject__in=list(subjects), predicate=predicate)
    return list(found.select_related("written_by").order_by("-pk"))


def _is_public(assessment: Assessment) -> bool:
    cites = assessment.cites.all()
    is_cited = any(c.may_be_shown for c in cites)
    return assessment.may_be_shown and is_cited and not any(_is_gone(c) for c in cites)


def _is_gone(claim: Claim) -> bool:
    return claim.withdrawn_at is not None or claim.state != ClaimState.ACCEPTED


def _view(assessment: Assessment, reliable: set[int], mask: Mask | None) -> AssessmentView:
    cites = list(assessment.cites.all())
    verdict = Verdict(assessment.verdict)
    if verdict == Verdict.VERIFIED and what_is_missing(cites, reliable):
        verdict = Verdict.REPORTED
    shown = [c for c in cites if c.may_be_shown] if mask else cites
    return AssessmentView(
        pk=assessment.pk,
        subject=assessment.subject_id,
        predicate=assessment.predicate,
        wording=mask.text(assessment.wording) if mask else assessment.wording,
        verdict=verdict,
        verdict_words=str(verdict.label),
        cites=tuple(c.pk for c in shown),
        written_by="" if mask else str(assessment.written_by or ""),
        written_at=assessment.written_at,
        may_be_shown=assessment.may_be_shown,
        is_outdated=any(_is_gone(c) for c in cites),
    )
