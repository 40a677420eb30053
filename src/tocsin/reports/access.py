"""Who may act on reports and cases. Pages ask first; acts ask again."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role


def must_hold(by: Member | None, role: Role) -> None:
    """Raises PermissionDenied unless `by` holds `role`. None is the installation itself, from its command line."""
    if by is not None and not by.holds(role):
        raise PermissionDenied(_("This needs the role: %(role)s") % {"role": role.label})
