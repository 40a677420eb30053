"""The claims of a case that stand, as plain rows: a model of each of two thousand took half the time of a page."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

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
    holds_on: str
    asserted_by: str
    said_at: str
    stance: str
    circumstance: str
    inquiry_id: int | None
    may_be_shown: bool
    value: Any
    spans: list[tuple[int, int]]


# The fields that a row gives as they are; those before them are looked up, those behind are JSON.
_KEPT = [field.name for field in fields(StandingClaim)][4:-2]
_JSON = [Cast(name, TextField()) for name in ("value", "spans")]


def standing_claims(
    case: Case,
    subjects: Mapping[int, Subject],
    reports: Mapping[int, Report],
    is_public: bool,
    predicates: Collection[str] = (),
) -> Iterator[StandingClaim]:
    """Those about `subjects`, in the order in which they were taken; in public those that may be shown.

    Of other `predicates` than those that are named, where any are, nothing is read.
    """
    claims = Claim.objects.filter(subject__case=case, withdrawn_at__isnull=True, state=ClaimState.ACCEPTED)
    kinds = {subject.kind for subject in subjects.values()}
    if len(kinds) < len(SubjectKind):
        claims = claims.filter(subject__kind__in=kinds)
    if is_public:
        claims = claims.filter(may_be_shown=True)
        claims = claims.exclude(subject__kind=SubjectKind.OFFICE, predicate__in=CHANNELS)
    if predicates:
        claims = claims.filter(predicate__in=predicates)
    rows = claims.values_list("pk", "subject_id", "report_id", *_KEPT, *_JSON)
    for pk, subject, report, *rest in _decoded(rows):
        yield StandingClaim(pk, subjects[subject], report, reports.get(report or 0), *rest)


def _decoded(rows: Collection[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """All JSON at once: to decode each by itself took a tenth of a page."""
    values = json.loads(f"[{','.join(text for row in rows for text in row[-2:])}]")
    for at, row in enumerate(rows):
        yield (*row[:-2], values[2 * at], values[2 * at + 1])
