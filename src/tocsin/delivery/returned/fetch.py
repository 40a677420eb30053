"""The mailbox for what comes back, read over IMAP from oldest to newest; its mails stay where they are."""

import os
from collections.abc import Callable

from django.conf import settings

from tocsin.delivery.models import ReturnsRead
from tocsin.fetching.mailbox import Mails, new_mails
from tocsin.fetching.mailbox_address import mailbox_address
from tocsin.intake.errors import NotFetched

VARIABLE = "TOCSIN_BOUNCE_MAILBOX_PASSWORD"


# Takes a mail, or the beginning of one that is larger (its size in bytes); whether it said something new.
Take = Callable[[bytes, int], bool]
# Of a mail that is too large this much is read: its head, and mostly its words.
MOST_OF_LARGE = 2**20


def fetch(take: Take) -> None:
    """Has each new mail taken. Does nothing where no mailbox is set; why one cannot be read is kept for `tocsin check`."""
    if not (settings.ONLINE and settings.BOUNCE_MAILBOX):
        return
    read, _is_new = ReturnsRead.objects.get_or_create(address=settings.BOUNCE_MAILBOX)
    try:
        while not _next(read, take).is_all:
            pass
    except NotFetched as why:
        read.error = str(why)[:300]
        read.save(update_fields=["error"])


def _next(read: ReturnsRead, take: Take) -> Mails:
    """Each is noted after it was taken: a mail that is read twice changes nothing the second time."""
    box = mailbox_address(read.address)
    found = new_mails(box, os.environ.get(VARIABLE, ""), read.validity, read.last, head=MOST_OF_LARGE)
    read.last = read.last if found.validity == read.validity else 0
    read.validity, read.error = found.validity, ""
    read.save()
    for mail in found.mails:
        take(mail.data, mail.size)
        read.last = max(read.last, mail.uid)
        read.save(update_fields=["last"])
    return found
