"""Taking a contact point into use again: what was said against it is over once a person has checked it."""

from .models import ContactPoint


def put_back(point: ContactPoint) -> None:
    """Not saved here."""
    point.bounced_at = point.dead_reported_at = point.retired_at = None
    point.dead_note = ""
