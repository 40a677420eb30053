"""A mailbox: its mails are read from oldest to newest and stay where they are."""

import os
import re

from django.utils.translation import gettext as _

from tocsin.fetching.mailbox import Mail, new_mails
from tocsin.fetching.mailbox_address import MailboxAddress, mailbox_address

from ...models import ArrivalWay, IntakeSource
from ..arrive import Sent
from ..subject import subject_of
from .found import CannotLook, Found, Refused

VARIABLE = "TOCSIN_MAILBOX_PASSWORD_"


def password_name(address: MailboxAddress) -> str:
    """The variable that holds its password: of this user at this host, so that it is never sent to another."""
    return VARIABLE + re.sub(r"[^A-Z0-9]+", "_", f"{address.user} {address.host}".upper()).strip("_")


def look_at_mailbox(source: IntakeSource) -> Found:
    """By number: the mailbox's own numbers only grow, and are thrown away together with `validity`."""
    address = mailbox_address(source.address)
    password = os.environ.get(password_name(address), "")
    if not password:
        raise CannotLook(_("Its password is not set: %(name)s.") % {"name": password_name(address)})
    seen = source.seen
    found = new_mails(address, password, int(seen.get("validity", 0)), int(seen.get("last", 0)))
    kept = int(seen.get("last", 0)) if found.validity == seen.get("validity") else 0
    return Found(
        tuple(_sent(mail, source) for mail in found.mails if mail.data.strip()),
        {"validity": found.validity, "last": max([kept, *(mail.uid for mail in found.mails)])},
        tuple(_refused(mail, source) for mail in found.mails if mail.size and not mail.data),
        is_all=found.is_all,
    )


def _sent(mail: Mail, source: IntakeSource) -> Sent:
    return Sent(mail.data, subject_of(mail.data) or _name(mail), ArrivalWay.MAIL, source=source)


def _refused(mail: Mail, source: IntakeSource) -> Refused:
    reason = _("A mail of %(size)d MB: more than is taken. It lies in the mailbox; save what matters of it.")
    return Refused(
        Sent(b"", _name(mail), ArrivalWay.MAIL, source=source),
        reason % {"size": mail.size // 2**20},
        mail.size,
    )


def _name(mail: Mail) -> str:
    return _("mail %(number)d") % {"number": mail.uid}
