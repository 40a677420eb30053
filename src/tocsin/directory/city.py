"""The city where an office stands, as far as it is known."""

from tocsin.language.places import capital, find_city

from .models import Office, OfficeKind


def city_of(office: Office) -> str:
    """As stored, else as its name or a postal address says, else the capital for an embassy; or empty."""
    if office.city or not office.in_country:
        return office.city
    printed = " ; ".join(
        [office.name, *(p.value for p in office.contact_points.all() if p.channel == "post")]
    )
    found = find_city(printed, office.in_country)
    at_capital = capital(office.in_country) if office.kind == OfficeKind.EMBASSY else None
    return found or at_capital or ""
