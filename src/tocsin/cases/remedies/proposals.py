"""Remedies of which accepted reports tell: complaints, medical care and visits that were denied, appeals."""

from dataclasses import dataclass

from tocsin.cases.models import (
    Case,
    Claim,
    ClaimState,
    Remedy,
    RemedyKind,
    RemedyOutcome,
    Subject,
    SubjectKind,
)
from tocsin.reports.incident_words import incident_words
from tocsin.reports.label import report_label

# Incident type -> kind of remedy and what came of it.
TELLS_OF = {
    "complaint_refused": (RemedyKind.POLICE, RemedyOutcome.NOT_TAKEN),
    "medical_care_denied": (RemedyKind.HOSPITAL, RemedyOutcome.REFUSED),
    "lawyer_or_visit_denied": (RemedyKind.OTHER, RemedyOutcome.REFUSED),
    "appeal_filed": (RemedyKind.COURT, RemedyOutcome.PENDING),
}


@dataclass(frozen=True)
class Proposal:
    """An incident that tells of a remedy tried, with what its claims say. `tried_on` is EDTF, empty where unknown."""

    subject: Subject
    kind: str
    outcome: str
    what: str
    tried_on: str
    decided_by: str
    place: str
    source: str


def proposals(case: Case) -> list[Proposal]:
    """One for each such incident from which no remedy was noted yet."""
    claims = Claim.objects.filter(
        subject__case=case,
        subject__kind=SubjectKind.INCIDENT,
        subject__same_as=None,
        state=ClaimState.ACCEPTED,
        withdrawn_at=None,
    )
    telling = claims.filter(predicate="type", value__in=list(TELLS_OF))
    noted = Remedy.objects.filter(case=case, noted_from__isnull=False).values_list("noted_from", flat=True)
    found = {
        c.subject_id: c for c in telling.exclude(subject__in=list(noted)).select_related("subject", "report")
    }
    return [
        _proposal(claim, {c.predicate: c for c in claims.filter(subject=claim.subject)})
        for claim in found.values()
    ]


def _proposal(claim: Claim, said: dict[str, Claim]) -> Proposal:
    kind, outcome = TELLS_OF[claim.value]
    actors = said["actors"].value if "actors" in said else []
    return Proposal(
        claim.subject,
        kind,
        outcome,
        incident_words(claim.value),
        str(said["date"].value) if "date" in said else "",
        ", ".join(actors),
        _place(said),
        report_label(claim.report) if claim.report else "",
    )


def _place(said: dict[str, Claim]) -> str:
    place = said["place"].value if "place" in said else ""
    return str(place.get("name", "")) if isinstance(place, dict) else str(place)
