"""From a provider's web call to what it says of our mails; django-anymail checks whose call it is and reads its form."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from anymail.exceptions import AnymailError, AnymailWebhookValidationFailure
from anymail.signals import AnymailTrackingEvent, EventType, RejectReason
from anymail.webhooks.base import AnymailBaseWebhookView
from anymail.webhooks.brevo import BrevoTrackingWebhookView
from anymail.webhooks.mailgun import MailgunTrackingWebhookView
from anymail.webhooks.mailjet import MailjetTrackingWebhookView
from anymail.webhooks.mandrill import MandrillCombinedWebhookView
from anymail.webhooks.postmark import PostmarkTrackingWebhookView
from anymail.webhooks.sparkpost import SparkPostTrackingWebhookView
from django.http import HttpRequest

from tocsin.intake.storable import storable
from tocsin.intake.stumbles import STUMBLES

from ..returned.notice import Notice, Verdict, has_code, of_status
from .errors import NoEvents, NotTheirs
from .names import ProviderName

READERS: dict[ProviderName, type[AnymailBaseWebhookView]] = {
    "brevo": BrevoTrackingWebhookView,
    "mailgun": MailgunTrackingWebhookView,
    "mailjet": MailjetTrackingWebhookView,
    "mandrill": MandrillCombinedWebhookView,
    "postmark": PostmarkTrackingWebhookView,
    "sparkpost": SparkPostTrackingWebhookView,
}
LOST = {EventType.BOUNCED, EventType.REJECTED, EventType.FAILED}
# What the providers call an address that does not exist, and a mailbox that may take mail another day.
NO_ADDRESS = {
    *("hard_bounce", "invalid_email", "HardBounce", "BadEmailAddress"),
    *("user unknown", "mailbox inactive", "invalid domain", "no mail host"),
}
SOFT = {"soft_bounce", "SoftBounce", "quota exceeded"}
_LONGEST_WORDS = 1_000


def notices(provider: ProviderName, request: HttpRequest) -> list[Notice]:
    """What is said of mails that are lost, late or complained of; empty for mere arrivals. Raises NotTheirs, NoEvents."""
    reader = READERS[provider]()
    try:
        reader.run_validators(request)
        return list(_notices(reader.parse_events(request)))
    except AnymailWebhookValidationFailure as why:
        raise NotTheirs(str(why)) from None
    except (AnymailError, *STUMBLES) as why:
        raise NoEvents(str(why)) from None


def _notices(events: Iterable[AnymailTrackingEvent]) -> Iterator[Notice]:
    for event in events:
        if verdict := _verdict(event):
            yield Notice(verdict, _words(event), json.dumps(event.metadata))


def _verdict(event: AnymailTrackingEvent) -> Verdict | None:
    if event.event_type == EventType.COMPLAINED:
        return Verdict.COMPLAINT
    if event.event_type == EventType.DEFERRED:
        return Verdict.DELAYED
    return _of_lost(event) if event.event_type in LOST else None


def _of_lost(event: AnymailTrackingEvent) -> Verdict:
    """By the server's own code where one stands in its words, else by what the provider calls it."""
    if has_code(words := _words(event)):
        return of_status("", words)
    called = set(_called(event.esp_event))
    if event.reject_reason == RejectReason.INVALID or called & NO_ADDRESS:
        return Verdict.NO_SUCH_ADDRESS
    is_soft = event.reject_reason == RejectReason.TIMED_OUT or called & SOFT
    return Verdict.GIVEN_UP if is_soft else Verdict.REFUSED


def _words(event: AnymailTrackingEvent) -> str:
    said = storable(str(event.mta_response or event.description or ""))
    return " ".join(said.split())[:_LONGEST_WORDS]


def _called(said: dict[str, Any]) -> Iterator[str]:
    """Where these providers say of what kind an event is."""
    return (str(said[name]) for name in ("event", "Type", "error") if name in said)
