"""Confirming that a printed contact point still reaches its office."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_vouch
from .errors import CannotUse
from .models import ContactPoint
from .put_back import CHECKED, put_back
from .source_date import source_date as checked_date


@transaction.atomic
def confirm_contact(point: ContactPoint, by: Member, source: str, source_date: str) -> ContactPoint:
    """Marks `point` as checked by `by` in `source`, of `source_date` (EDTF). What was printed stays in the audit.

    Raises CannotUse without a source, without a date, or where nothing readable was printed.
    """
    must_vouch(by)
    point = ContactPoint.objects.select_for_update().get(pk=point.pk)
    if not point.value:
        raise CannotUse(_("What was printed cannot be used as it stands. Add the address instead."))
    if not source.strip():
        raise CannotUse(_("Say where you checked it: the office's own site, a call, a letterhead."))
    date = checked_date(source_date)
    printed = {"printed_in": point.source, "printed_on": point.source_date}
    was = as_it_is(point, CHECKED)
    point.source, point.source_date = source.strip(), date
    point.confirmed_at, point.confirmed_by = timezone.now(), by
    put_back(point)
    point.save()
    entry = record("contact.confirmed", point, by, source=point.source, date=date, **printed)
    keep_revision(entry, point, was)
    return point
