"""Taking a contact point into use again: what was said against it is over once a person has checked it."""

from django.utils.translation import gettext as _

from tocsin.post.frozen import is_frozen

from .errors import CannotUse
from .models import ContactPoint

# What a person's check changes of a contact point.
CHECKED = (
    "source",
    "source_date",
    "confirmed_at",
    "bounced_at",
    "dead_reported_at",
    "dead_note",
    "retired_at",
)


def put_back(point: ContactPoint) -> None:
    """Not saved here. Raises CannotUse for an address that is frozen."""
    if is_frozen(point.value):
        raise CannotUse(_("This address is frozen: it may be in the wrong hands. A publisher can let it go."))
    point.bounced_at = point.dead_reported_at = point.retired_at = None
    point.dead_note = ""
