"""One mailbox, one spelling: what stands for a supporter when we ask whether she has taken part."""

import hashlib
import hmac

from django.conf import settings

from .mailboxes import mailboxes_at


def canonical(email: str) -> str:
    """The address without the spellings that reach the same mailbox: case, +tags (RFC 5233), and its provider's own."""
    local, _, domain = email.strip().casefold().rpartition("@")
    local = local.split("+", 1)[0] or local
    rule = mailboxes_at(_ascii(domain.rstrip(".")))
    return f"{local.translate(str.maketrans('', '', rule.ignored)) or local}@{rule.domain}"


def fingerprint(email: str, action: str) -> str:
    """Keyed by the installation's secret and the action: useless elsewhere, not comparable across actions."""
    words = f"{action}\n{canonical(email)}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), b"supporter\n" + words, hashlib.sha256).hexdigest()


def _ascii(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain
