"""The claims of a case that stand, as plain rows: a model of each of two thousand took half the time of a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from tocsin.reports.models import Report

from .models import Case, Claim, ClaimState, Subject, SubjectKind

# How to reach an office is shown by the directory alone, once a person has confirmed it.
CHANNELS = ("address", "phones", "faxes", "emails", "redacted_emails")


@dataclass(slots=True)
class StandingClaim:
    """As `models.Claim`."""

    pk: int
    subject: Subject
    report_id: int | None
    report: Report | None
    predicate: str
    value: Any
    holds_on: str
    asserted_by: str
    said_at: str
    stance: str
    circumstance: str
    inquiry_id: int | None
    spans: list[tuple[int, int]]
    may_be_shown: bool


# The fields that a row gives as they are; those before them are looked up.
_KEPT = [field.name for field in fields(StandingClaim)][4:]


def standing_claims(
    case: Case, subjects: Mapping[int, Subject], reports: Mapping[int, Report], is_public: bool
) -> Iterator[StandingClaim]:
    """Those about `subjects`, in the order in which they were taken; in public those that may be shown."""
    claims = Claim.objects.filter(subject__case=case, withdrawn_at__isnull=True, state=ClaimState.ACCEPTED)
    kinds = {subject.kind for subject in subjects.values()}
    if len(kinds) < len(SubjectKind):
        claims = claims.filter(subject__kind__in=kinds)
    if is_public:
        claims = claims.filter(may_be_shown=True)
        claims = claims.exclude(subject__kind=SubjectKind.OFFICE, predicate__in=CHANNELS)
    for pk, subject, report, *rest in claims.values_list("pk", "subject_id", "report_id", *_KEPT):
        yield StandingClaim(pk, subjects[subject], report, reports.get(report or 0), *rest)
