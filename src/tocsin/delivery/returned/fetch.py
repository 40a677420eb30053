"""The mailbox for bounces, read over IMAP from oldest to newest; its mails stay where they are."""

import os

from django.conf import settings

from tocsin.delivery.models import ReturnsRead
from tocsin.fetching.mailbox import Mails, new_mails
from tocsin.fetching.mailbox_address import mailbox_address
from tocsin.intake.errors import NotFetched

from .take import take_mail

VARIABLE = "TOCSIN_BOUNCE_MAILBOX_PASSWORD"


def fetch() -> None:
    """Does nothing where no mailbox is set; why one cannot be read is kept for `tocsin check`."""
    if not (settings.ONLINE and settings.BOUNCE_MAILBOX):
        return
    read, _is_new = ReturnsRead.objects.get_or_create(address=settings.BOUNCE_MAILBOX)
    try:
        while not _next(read).is_all:
            pass
    except NotFetched as why:
        read.error = str(why)[:300]
        read.save(update_fields=["error"])


def _next(read: ReturnsRead) -> Mails:
    """Noted after they were taken: a mail that is read twice changes nothing the second time."""
    box = mailbox_address(read.address)
    found = new_mails(box, os.environ.get(VARIABLE, ""), read.validity, read.last)
    for mail in found.mails:
        take_mail(mail.data)
    last = read.last if found.validity == read.validity else 0
    read.validity, read.last = found.validity, max([last, *(mail.uid for mail in found.mails)])
    read.error = ""
    read.save()
    return found
