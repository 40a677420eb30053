"""Mails of updates: they lead to a page of this site that ends them."""

from typing import Any

from tocsin.followup.updates import mail
from tocsin.public.no_more import no_more_link


def send_to_supporter(payload: dict[str, Any]) -> None:
    """Does a job of kind `followup.update_mail`."""
    mail.send_to_supporter(payload, no_more_link)


def send_test(payload: dict[str, Any]) -> None:
    """Does a job of kind `followup.update_test`."""
    mail.send_test(payload, no_more_link)
