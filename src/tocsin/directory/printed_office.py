"""How an office is called that a report printed: by where it stands, not by the country it is listed under."""

from collections.abc import Sequence

from tocsin.language.countries import country_name
from tocsin.language.country_sentences import called
from tocsin.language.places import capital, find_city

from .models import OfficeKind

UNITED_NATIONS = "UN"
SAID = {OfficeKind.EMBASSY: "Embassy of {of} in {city}", OfficeKind.CONSULATE: "Consulate of {of} in {city}"}


def printed_city(kind: str, in_country: str, printed: Sequence[str]) -> str:
    """A city of `in_country` (ISO alpha-2) that the printed texts name, else the capital for an embassy."""
    if not in_country:
        return ""
    found = find_city(" ; ".join(text for text in printed if text), in_country)
    return found or (capital(in_country) if kind == OfficeKind.EMBASSY else None) or ""


def printed_name(
    name: str, kind: str, of_country: str, in_country: str, serves: Sequence[str], city: str
) -> str:
    """'Embassy of Kazakhstan in Norway', printed with an address in London, is that in London.

    Offices that stand under their heading, and all that are no embassy or consulate, are called as printed.
    """
    under_its_heading = in_country in serves and country_name(in_country) in name
    if kind not in SAID or not (city and of_country) or under_its_heading or UNITED_NATIONS in serves:
        return name
    return SAID[OfficeKind(kind)].format(of=called(of_country), city=city)
