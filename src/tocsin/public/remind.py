"""Whoever has not confirmed her letter after a day is reminded of it, once."""

from typing import Any

from tocsin.delivery import ask_again
from tocsin.public.confirm_link import confirm_link


def remind(payload: dict[str, Any]) -> None:
    """Does a job of kind `confirmations.remind`."""
    while ask_again.remind(confirm_link):
        pass
