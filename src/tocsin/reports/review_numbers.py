"""How reviews go: seconds and corrections a report, and where the reader is weak. About reports, never about people."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q, QuerySet

from .models import Decision, Report, ReviewField, ReviewSitting, Section
from .sitting import Work, work_by_report

# A page shows the reviews that ended last.
MOST_REPORTS = 200


@dataclass(frozen=True)
class Reviewed:
    report: Report
    work: Work
    last_at: datetime


@dataclass(frozen=True)
class Weakness:
    """What became of the fields that the reader proposed in a section, as far as somebody decided on them."""

    section: Section
    accepted: int
    corrected: int
    rejected: int

    @property
    def decided(self) -> int:
        return self.accepted + self.corrected + self.rejected

    @property
    def wrong_percent(self) -> int:
        return round(100 * (self.corrected + self.rejected) / self.decided) if self.decided else 0


def reviewed(reports: QuerySet[Report]) -> list[Reviewed]:
    """Those of `reports` on which somebody decided, in the order in which their reviews ended."""
    worked = ReviewSitting.objects.filter(report__in=reports.values("pk"), decisions__gt=0)
    ended = worked.order_by().values("report").annotate(last=Max("last_act_at")).order_by("-last")
    last = {row["report"]: row["last"] for row in ended[:MOST_REPORTS]}
    work = work_by_report(list(last))
    found = Report.objects.defer("original", "text", "draft").in_bulk(list(last))
    rows = [Reviewed(found[pk], work[pk], at) for pk, at in last.items()]
    return sorted(rows, key=lambda row: row.last_at)


def weaknesses(reports: list[Report]) -> list[Weakness]:
    """Section by section in the order of the review, those on which somebody decided."""
    decided = ReviewField.objects.filter(item__report__in=reports, item__suggested_by="")
    read = decided.exclude(proposed=None).exclude(decision=Decision.PROPOSED).order_by()
    counts = {
        row["item__section"]: row
        for row in read.values("item__section").annotate(
            accepted=Count("pk", filter=Q(decision=Decision.ACCEPTED)),
            corrected=Count("pk", filter=Q(decision=Decision.CORRECTED)),
            rejected=Count("pk", filter=Q(decision=Decision.REJECTED)),
        )
    }
    return [
        Weakness(section, row["accepted"], row["corrected"], row["rejected"])
        for section in Section
        if (row := counts.get(section))
    ]
