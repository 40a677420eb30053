"""Who may do what to an action."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role

from .models import VISIBLE, Action


def may_edit(action: Action, member: Member) -> bool:
    """A reviewer edits what nobody sees yet; what the public sees is changed by a publisher."""
    return member.holds(Role.PUBLISHER if action.state in VISIBLE else Role.REVIEWER)


def must_draft(member: Member | None) -> None:
    """Raises PermissionDenied. None is the installation itself, which makes its sample."""
    if member is not None and not member.holds(Role.REVIEWER):
        raise PermissionDenied(_("Only a reviewer may make or test an action."))


def must_edit(action: Action, member: Member) -> None:
    """Raises PermissionDenied."""
    if not may_edit(action, member):
        raise PermissionDenied(_("Only a publisher may change an action that the public sees."))


def must_publish(member: Member) -> None:
    """Raises PermissionDenied."""
    if not member.holds(Role.PUBLISHER):
        raise PermissionDenied(_("Only a publisher may publish, close or withdraw an action."))
