"""Who may vouch for a contact. Pages ask first; acts ask again."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role


def must_vouch(by: Member) -> None:
    """Raises PermissionDenied below the role of a reviewer."""
    if not by.holds(Role.REVIEWER):
        raise PermissionDenied(_("Only a reviewer may vouch for an office and how it is reached."))
