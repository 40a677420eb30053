"""How reviews go, drawn: seconds a report over time, and the share of fields that had to be mended, part by part."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.cases.access import reports_for
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.reports.models import Report
from tocsin.reports.review_numbers import Reviewed, Weakness, reviewed, weaknesses

# Of the drawing, in its own units.
WIDE, HIGH, LEFT = 640, 160, 44


@dataclass(frozen=True)
class Column:
    """A report's bar: seconds at work on it. The place of its corner and its size, in the drawing's units."""

    row: Reviewed
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Share:
    """A section's bar of one hundred: widths in per cent, one after the other."""

    row: Weakness
    accepted: float
    corrected: float
    rejected: float

    @property
    def rejected_from(self) -> float:
        return round(self.accepted + self.corrected, 1)


@allowed(Role.VIEWER)
def reviews(request: HttpRequest) -> HttpResponse:
    rows = reviewed(reports_for(member_of(request), Report.objects.all()))
    longest = max((row.work.seconds for row in rows), default=0)
    seconds = sorted(row.work.seconds for row in rows)
    page = {
        "rows": rows[::-1],
        "columns": _columns(rows, longest),
        "lines": _lines(longest),
        "middle": seconds[len(seconds) // 2] if seconds else 0,
        "corrections": sum(row.work.corrections for row in rows),
        "decisions": sum(row.work.decisions for row in rows),
        "shares": [_share(row) for row in weaknesses([row.report for row in rows])],
        "wide": WIDE,
        "high": HIGH + 12,
        "left": LEFT,
    }
    return render(request, "desk/reviews.html", page)


def _columns(rows: list[Reviewed], longest: int) -> list[Column]:
    step = (WIDE - LEFT) / max(len(rows), 8)
    return [
        Column(
            row,
            round(LEFT + step * place + step * 0.12, 1),
            round(HIGH - _high(row.work.seconds, longest), 1),
            round(step * 0.76, 1),
            round(_high(row.work.seconds, longest), 1),
        )
        for place, row in enumerate(rows)
    ]


def _high(seconds: int, longest: int) -> float:
    return max(1.0, (HIGH - 12) * seconds / longest) if longest else 1.0


def _lines(longest: int) -> list[tuple[int, float]]:
    """Seconds at which a line is drawn, with its height: the longest, half of it, nothing."""
    return [
        (seconds, round(HIGH - _high(seconds, longest), 1)) for seconds in sorted({longest, longest // 2})
    ]


def _share(row: Weakness) -> Share:
    parts = [round(100 * n / row.decided, 1) for n in (row.accepted, row.corrected, row.rejected)]
    return Share(row, *parts)
