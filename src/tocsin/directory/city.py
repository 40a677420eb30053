"""The city where an office stands, as far as it is known."""

from .models import Channel, Office
from .printed_office import printed_city


def city_of(office: Office) -> str:
    """As stored, else as its name or a postal address says, else the capital for an embassy; or empty."""
    if office.city:
        return office.city
    addresses = [point.value for point in office.contact_points.all() if point.channel == Channel.POST]
    return printed_city(office.kind, office.in_country, [office.name, *addresses])
