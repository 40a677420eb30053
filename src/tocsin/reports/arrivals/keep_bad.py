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
from .arrive import Sent, clean_name, open_arrival


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
        return before
    arrival = Arrival.objects.create(
        way=sent.way,
        name=clean_name(sent.name),
        sha256=sha256,
        data=sent.data,
        size=len(sent.data),
        published=sent.published,
        publisher=sent.publisher[:200],
        source_url=sent.source_url[:500],
        may_leave=sent.may_leave,
        is_confidential=sent.is_confidential,
        arrived_by=by,
        state=ArrivalState.FAILED,
        reason=reason[:500],
    )
    record("arrival.stored", arrival, by, way=str(sent.way), sha256=sha256)
    record("arrival.failed", arrival, None)
    return arrival
