"""Where outgoing mail goes: to the SMTP server that is set up, else into the local folder."""

from collections.abc import Sequence
from typing import Protocol

from django.conf import settings

from .allowed import is_allowed
from .dkim import Dkim
from .errors import PermanentError, PostError, TemporaryError
from .folder import FolderPostOffice
from .message_id import our_domain
from .smtp import SmtpPostOffice

__all__ = ["PermanentError", "PostError", "PostOffice", "TemporaryError", "post_office"]


class PostOffice(Protocol):
    """Takes one finished message. Returns when it was accepted for all recipients, else raises."""

    @property
    def is_real(self) -> bool:
        """Whether messages leave this machine."""
        ...

    def send(self, sender: str, recipients: Sequence[str], message: bytes) -> None:
        """Addresses are bare (`a@example.org`). Raises TemporaryError or PermanentError with the reason."""
        ...


def post_office() -> PostOffice:
    if settings.SMTP_URL and settings.MAIL_FROM and is_allowed():
        return SmtpPostOffice.from_url(settings.SMTP_URL, dkim=our_dkim(), provider=settings.MAIL_PROVIDER)
    return FolderPostOffice(settings.MAIL_FOLDER)


def our_dkim() -> Dkim | None:
    """None until a key is set: then the mail server we hand over to has to sign."""
    if settings.DKIM_KEY is None:
        return None
    return Dkim(settings.DKIM_KEY, settings.DKIM_SELECTOR, our_domain())
