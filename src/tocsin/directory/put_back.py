"""Taking a contact point into use again: what was said against it is over once a person has checked it."""

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
    """Not saved here."""
    point.bounced_at = point.dead_reported_at = point.retired_at = None
    point.dead_note = ""
