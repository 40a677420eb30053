"""How much waits in the inbox, for the line at the head of every desk page."""

from functools import partial

from django.http import HttpRequest

from tocsin.cases.access import reports_for
from tocsin.members.access import member_of
from tocsin.reports.models import Report, ReportState

MOST = 99  # beyond that nobody wants to know exactly, and nothing is counted


def inbox_waiting(request: HttpRequest) -> dict[str, object]:
    """A context processor: `inbox_waiting` asks the database where a page shows it, and never otherwise."""
    return {"inbox_waiting": partial(_words, request)}


def _words(request: HttpRequest) -> str:
    """Empty where nothing waits."""
    waiting = reports_for(member_of(request), Report.objects.filter(state=ReportState.RECEIVED))
    count = waiting.order_by()[: MOST + 1].count()
    return f"{MOST}+" if count > MOST else str(count or "")
