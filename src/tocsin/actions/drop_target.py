"""Taking an office off an action."""

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from tocsin.members.models import Member

from .edit import editing
from .errors import CannotChange
from .models import Target


def drop_target(target: Target, by: Member) -> None:
    """Removes the target. Raises CannotChange where letters to it exist: their record must stay."""
    with editing(target.action, by, "action.target_dropped", office=target.office.name):
        take_off(target)


def take_off(target: Target) -> None:
    """What `drop_target` does, inside the frame of an act."""
    try:
        target.delete()
    except ProtectedError as error:
        raise CannotChange(
            _("Letters to this office exist, so it stays listed. Retire its addresses to stop writing to it.")
        ) from error
