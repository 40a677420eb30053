"""Not taking an endorsement."""

from django.utils.translation import gettext as _

from tocsin.actions.errors import CannotChange
from tocsin.members.models import Member

from .deciding import deciding
from .models import Endorsement, EndorsementState

OPEN = (EndorsementState.ASKED, EndorsementState.BY_HAND, EndorsementState.WAITING)


def refuse(endorsement: Endorsement, reason: str, by: Member) -> None:
    """The organisation reads the reason on its own page. Raises PermissionDenied and CannotChange."""
    reason = " ".join(reason.split())
    if not reason:
        raise CannotChange(_("Say why: the organisation reads it on its own page."))
    with deciding(endorsement, by, "endorsement.refused", reason=reason) as one:
        if one.state not in OPEN:
            raise CannotChange(_("This one was decided already."))
        one.state, one.reason = EndorsementState.REFUSED, reason[:300]
