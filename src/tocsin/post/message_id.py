"""Message-IDs that the caller can make again: a repeated letter is the same letter."""

import hashlib
from email.utils import parseaddr
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings


def message_id(*identity: str) -> str:
    """`<hash@our-domain>`, the same for the same words on the same installation."""
    digest = hashlib.sha256("\0".join(identity).encode()).hexdigest()[:40]
    return f"<{digest}@{our_domain()}>"


def our_address() -> str:
    """The bare address that our mail comes from; a placeholder that nobody answers until it is set."""
    return _parsed(settings.MAIL_FROM)[1] or f"nobody@{our_domain()}"


def our_name() -> str:
    return _parsed(settings.MAIL_FROM)[0] or str(settings.ORGANISATION)


def our_domain() -> str:
    """That our mail comes from."""
    _, at, domain = _parsed(settings.MAIL_FROM)[1].rpartition("@")
    return domain if at else urlsplit(settings.PUBLIC_URL).hostname or "localhost"


@lru_cache(16)
def _parsed(mail_from: str) -> tuple[str, str]:
    """Name and address: asked twice for every letter, and slow to parse."""
    return parseaddr(mail_from)
