"""Putting an organisation on the public list."""

from django.utils.translation import gettext as _

from tocsin.actions.errors import CannotChange
from tocsin.members.models import Member

from .deciding import deciding
from .models import Endorsement, EndorsementState


def show(endorsement: Endorsement, by: Member, at_home: bool = False) -> None:
    """`at_home`: the coordinator has weighed that it is in the country of the events.

    Raises PermissionDenied, and CannotChange with a sentence that says what stands in the way.
    """
    with deciding(endorsement, by, "endorsement.shown", at_home=at_home) as one:
        if one.state != EndorsementState.WAITING:
            raise CannotChange(_("Only what was confirmed, and is not shown yet, can be shown."))
        if one.is_at_home and not at_home:
            raise CannotChange(
                _(
                    "It is in the country of the events: a name on a public list may put its people in danger. "
                    "Show it only where they know that and want it, and tick that you have asked."
                )
            )
        one.state, one.may_be_shown_at_home = EndorsementState.SHOWN, at_home
