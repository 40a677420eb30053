"""Having a file read once more: after an update, after tesseract was installed, or because it was cut short."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record

from ..access import must_hold
from ..errors import CannotReview
from ..models import Arrival, ArrivalState
from .arrive import have_read
from .quick import is_quick


@transaction.atomic
def try_again(arrival: Arrival, by: Member) -> Arrival:
    """Raises CannotReview where it did not fail, or its bytes never came in."""
    must_hold(by, Role.CONTRIBUTOR)
    arrival = Arrival.objects.select_for_update().get(pk=arrival.pk)
    if arrival.state != ArrivalState.FAILED:
        raise CannotReview(_("Only what could not be read can be tried again."))
    if not arrival.data:
        raise CannotReview(_("Its bytes never came in: bring it in anew, smaller."))
    arrival.state, arrival.reason, arrival.tries = ArrivalState.WAITING, "", 0
    arrival.save(update_fields=["state", "reason", "tries"])
    record("arrival.tried_again", arrival, by)
    have_read(arrival, at_once=is_quick(bytes(arrival.data)))
    return arrival
