"""One mailbox, one spelling: what stands for a supporter when we ask whether she has taken part."""

import hashlib
import hmac

from django.conf import settings

# Mail to these reaches the same mailbox with or without dots (Google, "Dots don't matter in Gmail addresses").
_DOTS_IGNORED = {"gmail.com", "googlemail.com"}
_SAME_DOMAIN = {"googlemail.com": "gmail.com"}


def canonical(email: str) -> str:
    """The address without the spellings that reach the same mailbox: case, +tags, Gmail's dots."""
    local, _, domain = email.strip().casefold().rpartition("@")
    local = local.split("+", 1)[0] or local
    domain = _ascii(domain.rstrip("."))
    if domain in _DOTS_IGNORED:
        local = local.replace(".", "")
    return f"{local}@{_SAME_DOMAIN.get(domain, domain)}"


def fingerprint(email: str, action: str) -> str:
    """Keyed by the installation's secret and the action: useless elsewhere, not comparable across actions."""
    words = f"{action}\n{canonical(email)}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), b"supporter\n" + words, hashlib.sha256).hexdigest()


def _ascii(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain
