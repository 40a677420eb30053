"""Telling the stages after this one that a report came in, or is not what it was."""

from tocsin.jobs.enqueue import enqueue_and_do

from .models import Report


def report_came(report: Report) -> None:
    """Called inside the transaction that stored it: from then on it can be found."""
    enqueue_and_do("cases.report_came", {"report": report.pk})
