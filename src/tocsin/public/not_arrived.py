"""Mails to supporters whose letters did not arrive."""

from typing import Any

from django.urls import reverse

from tocsin.actions.models import Action
from tocsin.delivery.returned.tell_writer import tell_writers


def tell(payload: dict[str, Any]) -> None:
    """Does a job of kind `letters.not_arrived`."""
    while tell_writers(_write_link):
        pass


def _write_link(action: Action) -> str:
    """Where the other ways, and the other offices, are offered."""
    return reverse("write", args=[action.slug])
