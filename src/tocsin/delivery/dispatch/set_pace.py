"""How many letters an hour may leave: of the whole installation, of an action, or to an address."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.members.models import Member
from tocsin.members.record import record

from .hold import must_publish
from .lanes import stored

MOST_PER_HOUR = 3_600_000


@transaction.atomic
def set_pace(key: str, per_hour: int | None, by: Member, action: Action | None = None) -> None:
    """None: what is usual. Raises PermissionDenied below the role publisher, ValidationError out of bounds."""
    must_publish(by, action)
    if per_hour is not None and not 1 <= per_hour <= MOST_PER_HOUR:
        raise ValidationError(
            _("Give a number of letters an hour, at least one; or nothing for what is usual.")
        )
    lane = stored(key)
    was, lane.per_hour = lane.per_hour, per_hour
    # The next place is given anew: a quicker pace would else begin after the slow one's last distance.
    lane.next_at = None if per_hour and (was is None or per_hour > was) else lane.next_at
    lane.save(update_fields=["per_hour", "next_at"])
    record("sending.paced", action or key or "installation", by, was=was, per_hour=per_hour)
