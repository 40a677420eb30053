"""Noting that somebody could not get through: work for the confirmation queue, and nothing more."""

from django.db import transaction
from django.utils import timezone

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .models import ContactPoint

LONGEST_NOTE = 300


@transaction.atomic
def report_dead(point: ContactPoint, by: Member | None = None, note: str = "") -> ContactPoint:
    """Flags `point` to be checked. It stays in use: a stranger's word alone takes nothing from an office.

    `by` is None for a supporter, of whom nothing is kept. Only the first report counts until a person has checked.
    """
    point = ContactPoint.objects.select_for_update().get(pk=point.pk)
    if point.dead_reported_at is None and point.retired_at is None:
        was = as_it_is(point, ("dead_reported_at", "dead_note"))
        point.dead_reported_at = timezone.now()
        point.dead_note = " ".join(note.split())[:LONGEST_NOTE]
        point.save(update_fields=["dead_reported_at", "dead_note"])
        keep_revision(record("contact.reported_dead", point, by, note=point.dead_note), point, was)
    return point
