"""Stating that an office answers to a country."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_vouch
from .errors import CannotUse
from .models import Accreditation, Office
from .source_date import source_date as checked_date

STATED = ("serves", "source", "source_date", "valid_from", "valid_to")


@transaction.atomic
def add_accreditation(
    office: Office,
    country: str,
    source: str,
    source_date: str,
    by: Member,
    valid_from: str = "",
    valid_to: str = "",
) -> Accreditation:
    """Stores that `office` answers to `country` (ISO 3166-1 alpha-2), confirmed by who found it in `source`.

    What was printed stays beside it. `valid_from` and `valid_to` are EDTF, empty where nothing is said of them.
    Raises CannotUse without a source or a date.
    """
    must_vouch(by)
    if not source.strip():
        raise CannotUse(_("Say where it stands that the office answers to this country."))
    here = Accreditation.objects.filter(office=office, serves=country, source=source.strip()).first()
    was = as_it_is(here, STATED) if here else {}
    stated, _is_new = Accreditation.objects.update_or_create(
        office=office,
        serves=country,
        source=source.strip(),
        defaults={
            "source_date": checked_date(source_date),
            "valid_from": valid_from and checked_date(valid_from),
            "valid_to": valid_to and checked_date(valid_to, may_lie_ahead=True),
            "confirmed_at": timezone.now(),
            "confirmed_by": by,
        },
    )
    entry = record(
        "accreditation.added", office, by, serves=country, source=stated.source, date=stated.source_date
    )
    keep_revision(entry, stated, was, as_it_is(stated, STATED), within=office)
    return stated
