"""Adding a contact point that a person found."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_vouch
from .contact_value import contact_value
from .errors import CannotUse
from .models import ContactPoint, Office
from .put_back import CHECKED, put_back
from .source_date import source_date as checked_date


@transaction.atomic
def add_contact(
    office: Office, channel: str, value: str, source: str, source_date: str, by: Member
) -> ContactPoint:
    """Stores one way to reach `office`, confirmed by the person who found it in `source`.

    An address that stands there already is confirmed instead of stored twice. Raises CannotUse.
    """
    must_vouch(by)
    if not source.strip():
        raise CannotUse(_("Say where you found it: nobody can check an address without its source."))
    point, is_new = _same_or_new(office, channel, contact_value(channel, value, office.in_country), value)
    was = {} if is_new else as_it_is(point, CHECKED)
    point.source, point.source_date = source.strip(), checked_date(source_date)
    point.confirmed_at, point.confirmed_by = timezone.now(), by
    put_back(point)
    point.save()
    act = "contact.added" if is_new else "contact.confirmed"
    keep_revision(record(act, point, by, source=source, date=source_date), point, was)
    return point


def _same_or_new(office: Office, channel: str, value: str, as_written: str) -> tuple[ContactPoint, bool]:
    same = office.contact_points.filter(channel=channel, value__iexact=value).first()
    if same:
        return same, False
    return ContactPoint(office=office, channel=channel, value=value, as_written=as_written.strip()), True
