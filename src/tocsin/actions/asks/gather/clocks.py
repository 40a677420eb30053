"""By which clocks people in a place live on a day."""

from datetime import date, datetime, time

from tocsin.language.zones import clock, zone_city, zones_of

NOON = time(12)


def clocks_of(country: str, city: str, on: date) -> list[str]:
    """IANA zones to choose from: that of the city where it has one of its own name, else one of each offset that day, the capital's first."""
    wanted = city.strip().casefold().replace(" ", "_")
    zones = zones_of(country)
    own = [zone for zone in zones if wanted and zone_city(zone).casefold() == wanted]
    if own:
        return own[:1]
    by_offset: dict[object, str] = {}
    for zone in zones:
        by_offset.setdefault(noon(on, zone).utcoffset(), zone)
    return list(by_offset.values())


def noon(on: date, zone: str) -> datetime:
    return datetime.combine(on, NOON, clock(zone))
