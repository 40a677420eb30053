"""A member confirms that an organisation signed, where its mail could not show it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.errors import CannotChange
from tocsin.members.models import Member

from .confirm import standing_beside
from .deciding import deciding
from .models import Endorsement, EndorsementState


def confirm_by_hand(endorsement: Endorsement, how: str, by: Member) -> None:
    """`how` says in words by what way: a call to the number on its site. Raises PermissionDenied and CannotChange."""
    how = " ".join(how.split())
    if not how:
        raise CannotChange(_("Say how you know that it signed: whom you asked, by which way."))
    with deciding(endorsement, by, "endorsement.confirmed_by_hand", how=how) as one:
        if one.state != EndorsementState.BY_HAND:
            raise CannotChange(_("It does not wait for a confirmation by hand."))
        if standing_beside(one).filter(folded=one.folded, country=one.country).exists():
            raise CannotChange(_("An organisation of this name and country has signed already."))
        one.state, one.confirmed_how, one.confirmed_by = EndorsementState.WAITING, how[:300], by
        one.confirmed_at = timezone.now()
