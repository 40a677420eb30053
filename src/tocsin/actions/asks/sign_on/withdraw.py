"""Taking an organisation off the list."""

from django.utils.translation import gettext as _

from tocsin.actions.errors import CannotChange
from tocsin.members.models import Member

from .deciding import deciding
from .models import Endorsement, EndorsementState

OVER = (EndorsementState.REFUSED, EndorsementState.WITHDRAWN)


def withdraw(endorsement: Endorsement, by: Member | None, reason: str = "") -> None:
    """`by` is empty where the organisation does it by its own link. Raises PermissionDenied and CannotChange."""
    reason = " ".join(reason.split())
    if by is not None and not reason:
        raise CannotChange(_("Say why it is taken off the list."))
    with deciding(endorsement, by, "endorsement.withdrawn", reason=reason) as one:
        if one.state in OVER:
            raise CannotChange(_("It stands on no list already."))
        one.state, one.reason = EndorsementState.WITHDRAWN, reason[:300]
