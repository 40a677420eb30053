"""Adding an office to those that an action addresses."""

from tocsin.directory.models import Office
from tocsin.members.models import Member

from .edit import editing
from .models import Action, Target, TargetRole
from .put import put_target


def add_target(
    action: Action, office: Office, by: Member, role: str = TargetRole.TARGET, *, is_agreed: bool = False
) -> Target:
    """Adds `office`, or gives it the new `role` where the action addresses it already."""
    with editing(
        action, by, "action.target_added", is_agreed=is_agreed, office=office.name, role=role
    ) as changed:
        return put_target(changed, office.pk, role)
