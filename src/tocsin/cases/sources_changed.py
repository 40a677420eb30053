"""Telling the cases that two reports are one source now, or no longer: what was verified by both may not be any more."""

from typing import Any

from django.db import transaction

from tocsin.reports.sources import came_from_it

from .changed import case_changed
from .models import Case


@transaction.atomic
def sources_changed(payload: dict[str, Any]) -> None:
    """Handles "cases.sources_changed": {"report": primary key}, left by every judgement on repeats."""
    for case in Case.objects.filter(reports__in=came_from_it(payload["report"])).distinct():
        case_changed(case)
