"""Countries told by the end of an internet address."""

import re

from tocsin.language.countries import country_codes

_END = re.compile(r"\.([a-z]{2})$", re.IGNORECASE)
# Sold to everybody, whatever country they stand for
_NOBODYS = frozenset(
    ["io", "tv", "me", "co", "ly", "ai", "fm", "to", "cc", "ws", "eu", "su", "nu", "st", "vg", "la"]
)
_OTHERWISE = {"uk": "GB"}


def country_of_domain(address: str) -> str | None:
    """ISO 3166-1 alpha-2 of an e-mail address or host name; None where its ending tells none."""
    found = _END.search(address)
    ending = found[1].lower() if found else ""
    if not ending or (
        ending in _NOBODYS
        and not re.search(r"\.(?:gov|gob|gouv|mil|edu|com|org)\.[a-z]{2}$", address.lower())
    ):
        return None
    code = _OTHERWISE.get(ending, ending.upper())
    return code if code in country_codes() else None
