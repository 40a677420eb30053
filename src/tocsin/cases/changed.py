"""Telling whoever shows or finds a case that it is not what it was."""

from tocsin.jobs.enqueue import enqueue, enqueue_and_do

from .end_exports import end_exports
from .models import Case
from .search.index import index_case


def case_changed(case: Case) -> None:
    """Called by every act that changes what may be public, inside its transaction and once it is stored."""
    index_case(case)
    end_exports(case)
    enqueue_and_do("pages.case_changed", {"case": case.pk})


def names_changed(case: Case) -> None:
    """The same, by every act after which a name may be said or may not: what waits to be sent is looked at, too."""
    case_changed(case)
    enqueue("letters.names_changed", {"case": case.pk})
