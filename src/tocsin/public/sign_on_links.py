"""Where the links of an organisation lead, and the job that writes to it."""

from typing import Any

from django.urls import reverse

from tocsin.actions.asks.sign_on.write_to import ask_to_confirm


def confirm_link(token: str) -> str:
    """The path on this site."""
    return reverse("sign_on_confirm", args=[token])


def own_link(token: str) -> str:
    """The path on this site."""
    return reverse("own_endorsement", args=[token])


def ask(payload: dict[str, Any]) -> None:
    """Does a job of kind `endorsements.ask`."""
    ask_to_confirm(payload["endorsement"], confirm_link)
