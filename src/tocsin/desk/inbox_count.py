"""How much waits in the inbox, reports and answers, for the line at the head of every desk page."""

from functools import partial

from django.http import HttpRequest

from tocsin.cases.access import reports_for
from tocsin.followup.replies.unread import unread_by
from tocsin.members.access import member_of
from tocsin.reports.models import Report, ReportState

MOST = 99  # beyond that nobody wants to know exactly, and nothing is counted


def inbox_waiting(request: HttpRequest) -> dict[str, object]:
    """A context processor: `inbox_waiting` asks the database where a page shows it, and never otherwise."""
    return {"inbox_waiting": partial(_words, request)}


def _words(request: HttpRequest) -> str:
    """Empty where nothing waits."""
    member = member_of(request)
    waiting = reports_for(member, Report.objects.filter(state=ReportState.RECEIVED)).order_by()
    count = waiting[: MOST + 1].count() + unread_by(member)[: MOST + 1].count()
    return f"{MOST}+" if count > MOST else str(count or "")
