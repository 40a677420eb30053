"""What the review page says of a second reader: whether it can be asked, how that stands, what came of it."""

from typing import Any

from tocsin.reports.ask_second_reader import is_overdue
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import OpinionState, Report
from tocsin.reports.second_readers import has_second_reader, is_elsewhere, reader_for


def second_opinion(report: Report) -> dict[str, Any]:
    """For the template; an installation without a second reader shows none of it."""
    if not has_second_reader():
        return {"asks_may_leave": report.may_leave}
    opinions = list(report.opinions.select_related("asked_by"))
    is_under_way = any(o.state == OpinionState.WAITING and not is_overdue(o) for o in opinions)
    return {
        "has_second_reader": True,
        "opinions": opinions,
        "opinion_is_under_way": is_under_way,
        "why_no_opinion": _why_not(report),
        "asks_may_leave": is_elsewhere() or report.may_leave,
    }


def _why_not(report: Report) -> str:
    """Why the reader cannot be asked about this report; empty where it can."""
    try:
        reader_for(report)
    except CannotReview as why:
        return str(why)
    return ""
