"""Whatever a stranger sends to our mailbox, by IMAP, by a pipe or by a provider: none holds up the next, and none is lost."""

import logging
import traceback

from django.db import transaction

from tocsin.delivery.returned.take import take
from tocsin.followup.models import Reply, ReplyMail, Unlinked, Way
from tocsin.jobs.errors import STORES_NOTHING
from tocsin.members.record import record
from tocsin.post.returned.read import read

from .take_reply import mark_of, take_reply

# Of a mail that meets a fault in us the beginning in bytes: mostly its words, and not much of a flood.
KEPT_UNREADABLE = 2**20

logger = logging.getLogger(__name__)


def take_any_mail(data: bytes, size: int = 0) -> bool:
    """A notice about a mail of ours, or an answer; whether it was new. Raises what a database does that stores nothing.

    `data` may be the beginning of a mail of `size` bytes.
    """
    try:
        notice = read(data)
        return take(notice) if notice else take_reply(data, size) is not None
    except STORES_NOTHING:
        raise
    except Exception as fault:
        # The message is left out of the log: it may quote the mail.
        where = "".join(traceback.format_tb(fault.__traceback__))
        logger.error("a mail met a fault and is kept as it came: %s\n%s", type(fault).__name__, where)
        return _keep(data, max(size, len(data)))


@transaction.atomic
def _keep(data: bytes, size: int) -> bool:
    """Unread, for a person to look at."""
    mark, kept = mark_of(data, size), data[:KEPT_UNREADABLE]
    if Reply.objects.filter(mark=mark).exists():
        return False
    reply = Reply.objects.create(
        unlinked=Unlinked.UNREADABLE, way=Way.MAIL, size=size, kept=len(kept), mark=mark
    )
    ReplyMail.objects.create(reply=reply, data=kept)
    record("reply.came", reply, None, way=Way.MAIL.value, automatic=False)
    return True
