"""Message-IDs that the caller can make again: a repeated letter is the same letter."""

import hashlib
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings


def message_id(*identity: str) -> str:
    """`<hash@our-domain>`, the same for the same words on the same installation."""
    digest = hashlib.sha256("\0".join(identity).encode()).hexdigest()[:40]
    return f"<{digest}@{_our_domain()}>"


def our_address() -> str:
    """The bare address that our mail comes from; a placeholder that nobody answers until it is set."""
    return parseaddr(settings.MAIL_FROM)[1] or f"nobody@{_our_domain()}"


def our_name() -> str:
    return parseaddr(settings.MAIL_FROM)[0] or str(settings.ORGANISATION)


def _our_domain() -> str:
    _, at, domain = parseaddr(settings.MAIL_FROM)[1].rpartition("@")
    return domain if at else urlsplit(settings.PUBLIC_URL).hostname or "localhost"
