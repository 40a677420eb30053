"""Web calls by which providers hand over a mail that they took in, as they document them."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from urllib.parse import urlencode

from tocsin.post.provider.names import ProviderName

from .calls import KEY, Call, with_password

ADDRESS = "/mail-replies"


def handed_over(provider: ProviderName, mail: bytes, to: str, url: str) -> Call:
    """The call of `provider` to `url` with a mail that was handed in at `to`."""
    return MAKERS[provider](mail.decode(), to, url)


def _json(said: object) -> Call:
    return Call(json.dumps(said).encode(), "application/json", with_password())


def _form(fields: dict[str, str], headers: dict[str, str]) -> Call:
    return Call(urlencode(fields).encode(), "application/x-www-form-urlencoded", headers)


def _postmark(mail: str, to: str, url: str) -> Call:
    return _json({"RawEmail": mail, "OriginalRecipient": to, "Headers": []})


def _sparkpost(mail: str, to: str, url: str) -> Call:
    content = {"email_rfc822": mail, "email_rfc822_is_base64": False}
    return _json([{"msys": {"relay_message": {"protocol": "smtp", "rcpt_to": to, "content": content}}}])


def _mailjet(mail: str, to: str, url: str) -> Call:
    head, _gap, body = mail.replace("\r\n", "\n").partition("\n\n")
    headers = dict(line.split(": ", 1) for line in head.splitlines() if not line.startswith("Content-"))
    return _json({"Headers": headers, "Text-part": body, "Recipient": to, "Sender": "x@y.example"})


def _mailgun(mail: str, to: str, url: str) -> Call:
    stamp, token = "1433334941", "a" * 50
    signed = hmac.new(KEY.encode(), f"{stamp}{token}".encode(), hashlib.sha256).hexdigest()
    signature = {"timestamp": stamp, "token": token, "signature": signed}
    return _form({"body-mime": mail, "recipient": to, **signature}, {})


def _mandrill(mail: str, to: str, url: str) -> Call:
    event = {"event": "inbound", "ts": 1_433_334_941, "msg": {"raw_msg": mail, "email": to}}
    said = json.dumps([event])
    signed = hmac.new(KEY.encode(), f"{url}mandrill_events{said}".encode(), hashlib.sha1).digest()
    headers = {"X-Mandrill-Signature": base64.b64encode(signed).decode()}
    return _form({"mandrill_events": said}, headers)


MAKERS: dict[ProviderName, Callable[[str, str, str], Call]] = {
    "mailgun": _mailgun,
    "mailjet": _mailjet,
    "mandrill": _mandrill,
    "postmark": _postmark,
    "sparkpost": _sparkpost,
}
