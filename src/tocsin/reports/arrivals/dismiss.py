"""Putting away what is no report: spam, a picture without words."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record

from ..access import must_hold
from ..errors import CannotReview
from ..models import Arrival, ArrivalState

DISMISSIBLE = (ArrivalState.WAITING, ArrivalState.FAILED, ArrivalState.KNOWN)


@transaction.atomic
def dismiss(arrival: Arrival, by: Member) -> None:
    """Its bytes are deleted for good; name, hash and who dismissed it stay. Raises CannotReview."""
    must_hold(by, Role.REVIEWER)
    arrival = Arrival.objects.select_for_update().get(pk=arrival.pk)
    if arrival.state not in DISMISSIBLE:
        raise CannotReview(_("It is being read, or is a report already, or was dismissed before."))
    arrival.state, arrival.data = ArrivalState.DISMISSED, b""
    arrival.save(update_fields=["state", "data"])
    record("arrival.dismissed", arrival, by, sha256=arrival.sha256, size=arrival.size)
