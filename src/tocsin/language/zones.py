"""Whose clock: the time zones of a country, from CLDR."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

# Where the clocks of one country differ, that of its capital (IANA time zone database, zone1970.tab).
_CAPITALS = {
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CD": "Africa/Kinshasa",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "FM": "Pacific/Pohnpei",
    "GL": "America/Nuuk",
    "ID": "Asia/Jakarta",
    "KI": "Pacific/Tarawa",
    "KZ": "Asia/Almaty",
    "MH": "Pacific/Majuro",
    "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PF": "Pacific/Tahiti",
    "PG": "Pacific/Port_Moresby",
    "PS": "Asia/Gaza",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
}

# Where one clock has several zones, that of its largest city, unless it comes first by name.
_LARGEST = frozenset(
    (
        *("America/Chicago", "America/Denver", "Pacific/Honolulu"),
        *("America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Halifax"),
        *("America/Manaus", "America/Rio_Branco", "America/Tijuana"),
        *("Europe/Samara", "Asia/Novosibirsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Kamchatka"),
    )
)


@cache
def zones_of(country: str) -> tuple[str, ...]:
    """IANA names of the zones of a country (ISO alpha-2), its capital's first, then those of large cities; UTC where none is known."""
    known = _known()
    zones = [zone for zone in get_global("territory_zones").get(country, ()) if zone in known]
    zones.sort(key=lambda zone: (zone not in _LARGEST, zone))
    capital = _CAPITALS.get(country, "")
    first = [capital] if capital in known else []
    return (*first, *(zone for zone in zones if zone not in first)) or ("UTC",)


def zone_of(country: str, city: str = "") -> str:
    """The zone of a city that has one of its own name, else that of the capital."""
    wanted = city.strip().casefold().replace(" ", "_")
    zones = zones_of(country)
    return next((zone for zone in zones if zone_city(zone).casefold() == wanted), zones[0])


def zone_city(zone: str) -> str:
    """'Asia/Aqtau' -> 'Aqtau'."""
    return zone.rpartition("/")[2]


def is_zone(name: str) -> bool:
    return name in _known()


@cache
def _known() -> frozenset[str]:
    """Python opens each of six hundred files to see whether it is a zone, and does so each time."""
    return frozenset(available_timezones())


def clock(zone: str) -> ZoneInfo:
    """Raises KeyError (ZoneInfoNotFoundError) for a name that is none."""
    return ZoneInfo(zone)
