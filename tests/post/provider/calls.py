"""Web calls as the providers document them, about a letter whose token stands where the provider hands it back."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.test import Client

from tocsin.post.provider.names import ProviderName

PASSWORD, KEY = "tocsin:one long word", "key-of-ours"
ADDRESS = "/mail-events"
Kind = str  # hard, soft, late, spam or arrived


class Call(NamedTuple):
    body: bytes
    content_type: str
    headers: dict[str, str]


def call(provider: ProviderName, kind: Kind, about: str, url: str, words: str = "") -> Call:
    """What `provider` would post to `url` of a mail that `about` names."""
    return _MAKERS[provider](kind, {"tocsin": about}, words, url)


def post(client: Client, made: Call) -> int:
    return client.post(ADDRESS, made.body, content_type=made.content_type, headers=made.headers).status_code


def with_password(password: str = PASSWORD) -> dict[str, str]:
    return {"Authorization": f"Basic {base64.b64encode(password.encode()).decode()}"}


def _json(said: Any, headers: dict[str, str] | None = None) -> Call:
    return Call(
        json.dumps(said).encode(), "application/json", with_password() if headers is None else headers
    )


def _brevo(kind: Kind, about: dict[str, str], words: str, url: str) -> Call:
    event = {
        "hard": "hard_bounce", "soft": "soft_bounce", "late": "deferred", "spam": "spam", "arrived": "delivered"
    }[kind]  # fmt: skip
    return _json(
        {"event": event, "email": "x@y.example", "reason": words, "X-Mailin-custom": json.dumps(about)}
    )


def _mailjet(kind: Kind, about: dict[str, str], words: str, url: str) -> Call:
    event: dict[str, Any] = {
        "hard": {"event": "bounce", "hard_bounce": True, "error": "user unknown"},
        "soft": {"event": "bounce", "hard_bounce": False, "error": "quota exceeded"},
        "late": {"event": "blocked", "hard_bounce": False, "error": "greylisted"},
        "spam": {"event": "spam"},
        "arrived": {"event": "sent"},
    }[kind]
    return _json([{**event, "time": 1_433_334_941, "smtp_reply": words, "Payload": json.dumps(about)}])


def _postmark(kind: Kind, about: dict[str, str], words: str, url: str) -> Call:
    event = {
        "hard": {"RecordType": "Bounce", "Type": "HardBounce"},
        "soft": {"RecordType": "Bounce", "Type": "SoftBounce"},
        "late": {"RecordType": "Bounce", "Type": "Transient"},
        "spam": {"RecordType": "SpamComplaint", "Type": "SpamComplaint"},
        "arrived": {"RecordType": "Delivery"},
    }[kind]
    return _json({**event, "Email": "x@y.example", "Details": words, "Metadata": about})


def _sparkpost(kind: Kind, about: dict[str, str], words: str, url: str) -> Call:
    event = {
        "hard": {"type": "bounce", "bounce_class": "10"},
        "soft": {"type": "bounce", "bounce_class": "24"},
        "late": {"type": "delay", "bounce_class": "20"},
        "spam": {"type": "spam_complaint"},
        "arrived": {"type": "delivery"},
    }[kind]
    return _json([{"msys": {"message_event": {**event, "raw_reason": words, "rcpt_meta": about}}}])


def _mailgun(kind: Kind, about: dict[str, str], words: str, url: str) -> Call:
    stamp, token = "1433334941", "a" * 50
    signed = hmac.new(KEY.encode(), f"{stamp}{token}".encode(), hashlib.sha256).hexdigest()
    event = {
        "hard": {"event": "failed", "severity": "permanent", "reason": "bounce"},
        "soft": {"event": "failed", "severity": "permanent", "reason": "old"},
        "late": {"event": "failed", "severity": "temporary", "reason": "generic"},
        "spam": {"event": "complained"},
        "arrived": {"event": "delivered"},
    }[kind]
    data = {
        **event,
        "timestamp": 1_433_334_941.5,
        "user-variables": about,
        "delivery-status": {"message": words},
    }
    return _json(
        {"signature": {"timestamp": stamp, "token": token, "signature": signed}, "event-data": data},
        headers={},
    )


def _mandrill(kind: Kind, about: dict[str, str], words: str, url: str) -> Call:
    event = {
        "hard": "hard_bounce",
        "soft": "soft_bounce",
        "late": "deferral",
        "spam": "spam",
        "arrived": "send",
    }[kind]
    said = json.dumps([{"event": event, "ts": 1_433_334_941, "msg": {"diag": words, "metadata": about}}])
    signed = hmac.new(KEY.encode(), f"{url}mandrill_events{said}".encode(), hashlib.sha1).digest()
    headers = {"X-Mandrill-Signature": base64.b64encode(signed).decode()}
    body = urlencode({"mandrill_events": said}).encode()
    return Call(body, "application/x-www-form-urlencoded", headers)


_MAKERS: dict[ProviderName, Callable[[Kind, dict[str, str], str, str], Call]] = {
    "brevo": _brevo,
    "mailgun": _mailgun,
    "mailjet": _mailjet,
    "mandrill": _mandrill,
    "postmark": _postmark,
    "sparkpost": _sparkpost,
}
