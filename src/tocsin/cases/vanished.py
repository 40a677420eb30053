"""Claims that rest on words which a newer version of their report no longer has."""

from dataclasses import dataclass

from tocsin.reports.models import Report

from .models import Case, Claim


@dataclass(frozen=True)
class Vanished:
    """The claim, the words that it rests on, and the newest version, which is without them."""

    claim: Claim
    words: str
    newer: Report


def vanished_claims(case: Case) -> list[Vanished]:
    """In the order of the claims. Nothing is changed by it: an editor looks, and withdraws or keeps."""
    revised = Report.objects.filter(cases=case, revisions__sealed_at=None, sealed_at=None)
    newest = {r.pk: _newest(r) for r in revised.exclude(revisions=None).defer("original", "draft").distinct()}
    claims = Claim.objects.filter(
        subject__case=case, report__in=newest, withdrawn_at=None, inquiry=None
    ).select_related("report", "subject")
    plain = {pk: _plain(newer.text) for pk, newer in newest.items()}
    return [
        Vanished(claim, " … ".join(gone), newest[claim.report_id])
        for claim in claims
        if claim.report and claim.report_id and (gone := _gone(claim, claim.report, plain[claim.report_id]))
    ]


def _newest(report: Report) -> Report:
    """The last of the versions after it; the one that came in last where there are two."""
    seen = {report.pk}
    later = report
    while True:
        after = (
            later.revisions.filter(sealed_at=None)
            .exclude(pk__in=seen)
            .order_by("-received_at", "-pk")
            .first()
        )
        if after is None:
            return later
        seen.add(after.pk)
        later = after


def _gone(claim: Claim, report: Report, newer: str) -> list[str]:
    words = [_plain(report.text[start:end]) for start, end in claim.spans]
    return [w for w in words if w and w not in newer]


def _plain(text: str) -> str:
    return " ".join(text.split())
