"""Having a file read once more: after an update, after tesseract was installed, or because it was cut short."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.intake.archive import is_archive
from tocsin.intake.errors import Unreadable
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from ..access import must_hold
from ..errors import CannotReview
from ..models import Arrival, ArrivalState, ArrivalWay
from ..seal import SealedBefore
from .arrive import Sent, arrive, have_read
from .quick import is_quick
from .unpack import unpacked


@transaction.atomic
def try_again(arrival: Arrival, by: Member) -> Arrival:
    """Raises CannotReview where it did not fail, or its bytes never came in."""
    must_hold(by, Role.CONTRIBUTOR)
    arrival = Arrival.objects.select_for_update().get(pk=arrival.pk)
    if arrival.state != ArrivalState.FAILED:
        raise CannotReview(_("Only what could not be read can be tried again."))
    if not arrival.data:
        raise CannotReview(_("Its bytes never came in: bring it in anew, smaller."))
    if is_archive(bytes(arrival.data)):
        return _unpack_again(arrival, by)
    arrival.state, arrival.reason, arrival.tries = ArrivalState.WAITING, "", 0
    arrival.save(update_fields=["state", "reason", "tries"])
    record("arrival.tried_again", arrival, by)
    have_read(arrival, at_once=is_quick(bytes(arrival.data)))
    return arrival


def _unpack_again(arrival: Arrival, by: Member) -> Arrival:
    """A zip gives what it holds, and its own bytes go; or says anew why it does not open."""
    record("arrival.tried_again", arrival, by)
    try:
        files = list(unpacked(bytes(arrival.data), arrival.name))
        for name, part in files:
            arrive(_sent(arrival, name, part), by)
    except SealedBefore as why:
        raise CannotReview(str(why)) from None
    except Unreadable as why:
        arrival.reason = f"{str(why).rstrip('.')}."[:500]
    else:
        held = ngettext("It opened: %(n)d file came in.", "It opened: %(n)d files came in.", len(files))
        arrival.state, arrival.data, arrival.reason = ArrivalState.DISMISSED, b"", held % {"n": len(files)}
    arrival.save(update_fields=["state", "data", "reason"])
    return arrival


def _sent(arrival: Arrival, name: str, part: bytes) -> Sent:
    return Sent(
        part,
        name,
        ArrivalWay(arrival.way),
        published=arrival.published,
        publisher=arrival.publisher,
        source_url=arrival.source_url,
        may_leave=arrival.may_leave,
        is_confidential=arrival.is_confidential,
    )
