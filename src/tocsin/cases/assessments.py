"""The assessments of a case as pages show them: the latest of each predicate of one subject, with what it cites."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tocsin.reports.queries import BULK

from .independent import what_is_missing
from .mark_reliable import reliable_reports
from .mask import Mask
from .models import Assessment, Case, Claim, ClaimState, Verdict
from .together import roots_of

Said = dict[tuple[int, str], list[Claim]]  # by the key of who stands for the subject, and the predicate


@dataclass(frozen=True)
class AssessmentView:
    """`verdict` is what still holds of it: what was verified by a source that no longer counts is only reported.

    `cites` are those about the subject: what was joined when it was written may be apart since.
    `waits`: a second person has not agreed to it, and the public reads the version before.
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
    waits: bool


def assessments_of(case: Case, mask: Mask | None = None) -> tuple[AssessmentView, ...]:
    """In public (with a mask) those alone that may be shown, that still stand, and that cite something shown."""
    found = Assessment.objects.filter(subject__case=case).select_related("written_by")
    found = found.filter(is_proposed=False) if mask else found
    found = found.prefetch_related("cites__report__repeats", "cites__report__revises").order_by("pk")
    if not found:
        return ()
    reliable, roots = reliable_reports(case), roots_of(case)
    latest = {(roots[a.subject_id], a.predicate): a for a in found}
    said = _said(case, latest.values(), roots)
    views = (_view(a, roots, said, reliable, mask) for a in latest.values())
    return tuple(view for view in views if view is not None)


def versions_of(subjects: Iterable[int], predicate: str) -> list[Assessment]:
    """All that was ever written of it, the latest first."""
    found = Assessment.objects.filter(subject__in=list(subjects), predicate=predicate)
    return list(found.select_related("written_by").order_by("-pk"))


def _said(case: Case, assessments: Iterable[Assessment], roots: dict[int, int]) -> Said:
    """What stands beside the claims that those cite which were called verified: one of them may take another back."""
    predicates = {a.predicate for a in assessments if a.verdict == Verdict.VERIFIED}
    claims = Claim.objects.filter(
        subject__case=case, predicate__in=predicates, state=ClaimState.ACCEPTED, withdrawn_at=None
    )
    said: Said = defaultdict(list)
    bulk = [f"report__{name}" for name in BULK]
    for claim in claims.select_related("report__repeats", "report__revises").defer(*bulk):
        said[roots[claim.subject_id], claim.predicate].append(claim)
    return said


def _is_public(assessment: Assessment, about: Sequence[Claim]) -> bool:
    is_cited = any(c.may_be_shown for c in about)
    return assessment.may_be_shown and is_cited and not any(_is_gone(c) for c in assessment.cites.all())


def _is_gone(claim: Claim) -> bool:
    return claim.withdrawn_at is not None or claim.state != ClaimState.ACCEPTED


def _view(
    assessment: Assessment, roots: dict[int, int], said: Said, reliable: set[int], mask: Mask | None
) -> AssessmentView | None:
    """None where it is asked for in public, and is not."""
    root = roots[assessment.subject_id]
    about = [c for c in assessment.cites.all() if roots[c.subject_id] == root]
    if mask and not _is_public(assessment, about):
        return None
    verdict = Verdict(assessment.verdict)
    beside = said[root, assessment.predicate]
    if verdict == Verdict.VERIFIED and what_is_missing([c.pk for c in about], beside, reliable):
        verdict = Verdict.REPORTED
    return AssessmentView(
        pk=assessment.pk,
        subject=assessment.subject_id,
        predicate=assessment.predicate,
        wording=mask.text(assessment.wording) if mask else assessment.wording,
        verdict=verdict,
        verdict_words=str(verdict.label),
        cites=tuple(c.pk for c in about if mask is None or c.may_be_shown),
        written_by="" if mask else str(assessment.written_by or ""),
        written_at=assessment.written_at,
        may_be_shown=assessment.may_be_shown,
        is_outdated=any(_is_gone(c) for c in assessment.cites.all()),
        waits=assessment.is_proposed,
    )
