"""Mail leaves only after `tocsin check` found that it will be believed, or an administrator says otherwise in words.

A site that only its own machine can open is for trying out: there nothing stands in the way.
"""

import hashlib
from urllib.parse import urlsplit

from django.conf import settings

from .models import MailCheck

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def is_allowed() -> bool:
    """Whether letters may be handed to the mail server that is set up."""
    if is_local_only() or settings.MAIL_UNCHECKED:
        return True
    return MailCheck.objects.filter(set_up=_set_up(), is_green=True).exists()


def is_local_only() -> bool:
    return urlsplit(settings.PUBLIC_URL).hostname in _LOOPBACK


def remember(is_green: bool) -> None:
    """What was found of the mail as it is set up now; another set-up has to be checked anew."""
    MailCheck.objects.update_or_create(set_up=_set_up(), defaults={"is_green": is_green})


def _set_up() -> str:
    parts = (
        settings.SMTP_URL,
        settings.MAIL_FROM,
        settings.BOUNCES,
        str(settings.DKIM_KEY),
        settings.DKIM_SELECTOR,
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
