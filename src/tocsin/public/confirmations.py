"""Mails that ask supporters to confirm their letters: one at once, and one a day later to whoever has not."""

from typing import Any

from tocsin.delivery import ask_again
from tocsin.delivery.ask_to_confirm import ask_about
from tocsin.delivery.names.look_again import look_again
from tocsin.public.confirm_link import confirm_link


def ask(payload: dict[str, Any]) -> None:
    """Does a job of kind `confirmations.ask`."""
    ask_about(payload["delivery"], confirm_link)


def remind(payload: dict[str, Any]) -> None:
    """Does a job of kind `confirmations.remind`."""
    while ask_again.remind(confirm_link):
        pass


def names_changed(payload: dict[str, Any]) -> None:
    """Does a job of kind `letters.names_changed`."""
    look_again(payload, confirm_link)
