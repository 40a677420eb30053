"""Telling the stages after this one that offices came in, or are not what they were."""

from collections.abc import Iterable

from tocsin.jobs.enqueue import enqueue_and_do

from .models import Office


def offices_changed(offices: Iterable[Office]) -> None:
    """Called inside the transaction that stored them: from then on they can be found as they are."""
    if keys := [office.pk for office in offices]:
        enqueue_and_do("cases.offices_changed", {"offices": keys})
