"""By whose clock an office lives."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tocsin.cases.models import Case, Inquiry
from tocsin.directory.models import Office
from tocsin.language.zones import clock, zone_of, zones_of


def office_zone(case: Case, office: Office | None = None) -> str:
    """IANA name: of the city where the office stands, else of the country of the events."""
    return zone_there(case, office.in_country, office.city) if office else zone_of(case.country)


def zone_there(case: Case, country: str, city: str) -> str:
    """IANA name: of the city of an office, else of the country of the events where its own is not known."""
    return zone_of(country, city) if country else zone_of(case.country)


def case_clock(case: Case) -> ZoneInfo:
    return clock(zone_of(case.country))


def asked_there(inquiry: Inquiry) -> datetime:
    """The moment of an inquiry by the clock of the office."""
    return inquiry.asked_at.astimezone(clock(office_zone(inquiry.case, inquiry.office)))


def zone_choices(case: Case, office: Office | None = None) -> tuple[str, ...]:
    """The zones of the country where the office stands, the likeliest first."""
    country = office.in_country if office and office.in_country else case.country
    likely = office_zone(case, office)
    return (likely, *(zone for zone in zones_of(country) if zone != likely))
