"""What a time zone is called."""

from babel import UnknownLocaleError
from babel.dates import get_timezone_location


def zone_words(zone: str, language: str = "en") -> str:
    """The city or islands of an IANA zone, from CLDR: 'America/New_York' -> 'Нью-Йорк'. English where a language is not known."""
    try:
        return str(get_timezone_location(zone, locale=language.replace("-", "_"), return_city=True))
    except (UnknownLocaleError, ValueError):
        return str(get_timezone_location(zone, locale="en", return_city=True))
