"""Whether we learn of mail that comes back."""

from collections.abc import Iterator

from django.conf import settings

from tocsin.delivery.models import ReturnsRead
from tocsin.delivery.returned.fetch import VARIABLE

from .finding import Finding


def returns_findings() -> Iterator[Finding]:
    """About the mailbox that mail comes back to; a pipe or a provider's calls say by themselves when they fail."""
    if not settings.BOUNCE_MAILBOX:
        return
    if not settings.ONLINE:
        what = "The mailbox for letters that come back is set and never asked."
        yield Finding("unfinished", what, "Set TOCSIN_ONLINE=yes, or remove TOCSIN_BOUNCE_MAILBOX")
        return
    if not settings.BOUNCES:
        what = "Letters that come back to the mailbox do not say which they were."
        yield Finding("unfinished", what, "Set TOCSIN_BOUNCES to the address of that mailbox")
    read = ReturnsRead.objects.filter(address=settings.BOUNCE_MAILBOX).first()
    if read and read.error:
        what = f"The mailbox for letters that come back cannot be read: {read.error.rstrip('.')}."
        yield Finding("unfinished", what, f"Mend TOCSIN_BOUNCE_MAILBOX, or its password in {VARIABLE}")
