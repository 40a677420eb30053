"""A file that somebody brought in by hand and that cannot even be opened: it waits with its reason, as one from a folder does."""

import hashlib

from django.db import transaction

from tocsin.intake.archive import MOST_PACKED, is_archive
from tocsin.intake.errors import Unreadable
from tocsin.intake.files import MOST_BYTES
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from ..access import must_hold
from ..models import Arrival, ArrivalState
from ..seal import SealedBefore
from .arrive import Sent, once_more, open_arrival, store


def may_be_kept(data: bytes, why: Unreadable) -> bool:
    """Not what was sealed, holds nothing, or is larger than anything that we take."""
    most = MOST_PACKED if is_archive(data) else MOST_BYTES
    return bool(data.strip()) and len(data) <= most and not isinstance(why, SealedBefore)


@transaction.atomic
def keep_bad(sent: Sent, reason: str, by: Member) -> Arrival:
    """Stored byte for byte as what could not be read. The same bytes that wait already are that arrival again."""
    must_hold(by, Role.CONTRIBUTOR)
    sha256 = hashlib.sha256(sent.data).hexdigest()
    if before := open_arrival(sha256):
        return once_more(before, sent)
    arrival = store(sent, by, sha256, len(sent.data), state=ArrivalState.FAILED, reason=reason[:500])
    record("arrival.failed", arrival, None)
    return arrival
