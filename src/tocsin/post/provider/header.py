"""The header by which a provider names the mail in its events: each has one of its own, and hands back what stands in it.

Sources: the providers' documentation of sending over SMTP with metadata, and what django-anymail reads from their events.
"""

import json

from ..return_path import token_of
from .names import ProviderName

# The name under which our token stands there.
ABOUT = "tocsin"


def header(provider: ProviderName, sender: str) -> bytes:
    """One line to stand before the mail; empty where the envelope sender names no mail."""
    about = token_of(sender)
    return f"{_line(provider, about)}\r\n".encode() if about else b""


def _line(provider: ProviderName, about: str) -> str:
    variables = json.dumps({ABOUT: about})
    match provider:
        case "brevo":
            return f"X-Mailin-custom: {variables}"
        case "mailgun":
            return f"X-Mailgun-Variables: {variables}"
        case "mailjet":
            return f"X-MJ-EventPayload: {variables}"
        case "mandrill":
            return f"X-MC-Metadata: {variables}"
        case "postmark":
            return f"X-PM-Metadata-{ABOUT}: {about}"
        case "sparkpost":
            return f"X-MSYS-API: {json.dumps({'metadata': {ABOUT: about}})}"
