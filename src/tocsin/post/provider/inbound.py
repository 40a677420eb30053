"""From a provider's web call to the mails that it took in for us; django-anymail checks whose call it is and reads its form."""

from collections.abc import Iterable, Iterator
from typing import Any

from anymail.exceptions import (
    AnymailConfigurationError,
    AnymailError,
    AnymailWebhookValidationFailure,
)
from anymail.signals import AnymailInboundEvent, EventType
from anymail.webhooks.base import AnymailBaseWebhookView
from anymail.webhooks.mailgun import MailgunInboundWebhookView
from anymail.webhooks.mailjet import MailjetInboundWebhookView
from anymail.webhooks.mandrill import MandrillCombinedWebhookView
from anymail.webhooks.postmark import PostmarkInboundWebhookView
from anymail.webhooks.sparkpost import SparkPostInboundWebhookView
from django.http import HttpRequest

from tocsin.intake.stumbles import STUMBLES

from .errors import NoEvents, NotTheirs
from .names import ProviderName

# Brevo hands files over one by one, for calls that we would have to make: its users fetch answers over IMAP.
READERS: dict[ProviderName, type[AnymailBaseWebhookView]] = {
    "mailgun": MailgunInboundWebhookView,
    "mailjet": MailjetInboundWebhookView,
    "mandrill": MandrillCombinedWebhookView,
    "postmark": PostmarkInboundWebhookView,
    "sparkpost": SparkPostInboundWebhookView,
}


def mails(provider: ProviderName, request: HttpRequest, url: str) -> list[bytes]:
    """Each mail as a file; `url` is the address that was called, which some sign. Raises NotTheirs, NoEvents."""
    signed: dict[str, Any] = {"webhook_url": url} if provider == "mandrill" else {}
    reader = READERS[provider](**signed)
    try:
        reader.run_validators(request)
        return list(_mails(reader.parse_events(request)))
    except AnymailWebhookValidationFailure as why:
        raise NotTheirs(str(why)) from None
    except (AnymailError, AnymailConfigurationError, *STUMBLES) as why:
        raise NoEvents(str(why)) from None


def _mails(events: Iterable[AnymailInboundEvent]) -> Iterator[bytes]:
    """The address that the mail was handed in at stands above it: our seal may stand there alone."""
    for event in events:
        if event.event_type == EventType.INBOUND:
            to = "".join(each for each in str(event.message.envelope_recipient or "") if each.isprintable())
            above = f"X-Original-To: {to}\n".encode() if to else b""
            yield above + event.message.as_bytes()
