"""Adding an office that no report printed."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.record import record

from .access import must_vouch
from .add_accreditation import add_accreditation
from .changed import offices_changed
from .errors import CannotUse
from .models import Office, OfficeKind
from .source_date import source_date as checked_date


@transaction.atomic
def add_office(
    name: str,
    by: Member,
    source: str,
    source_date: str,
    kind: str = OfficeKind.OTHER,
    of_country: str = "",
    in_country: str = "",
    city: str = "",
    serves: Iterable[str] = (),
    hours: str = "",
) -> Office:
    """Stores an office with the countries that it answers to. Countries are ISO 3166-1 alpha-2, `hours` its own words.

    Raises CannotUse without a name, a source or a date.
    """
    must_vouch(by)
    if not name.strip() or not source.strip():
        raise CannotUse(_("An office needs its name and the source that you have it from."))
    date = checked_date(source_date)
    office = Office.objects.create(
        name=name.strip(),
        kind=kind,
        of_country=of_country,
        in_country=in_country,
        city=city.strip(),
        hours=hours.strip(),
        confirmed_at=timezone.now(),
        confirmed_by=by,
    )
    record("office.added", office, by, source=source.strip(), date=date)
    for country in serves:
        add_accreditation(office, country, source, date, by)
    offices_changed([office])
    return office
