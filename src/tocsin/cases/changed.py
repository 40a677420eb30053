"""Telling whoever shows a case that it is not what it was."""

from tocsin.jobs.enqueue import enqueue_and_do

from .models import Case


def case_changed(case: Case) -> None:
    """Called by every act that changes what may be public, inside its transaction."""
    enqueue_and_do("pages.case_changed", {"case": case.pk})
