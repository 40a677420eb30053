"""A link that opens the supporter's own mail program with the letter in it (RFC 6068)."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from tocsin.letters.link_limits import OWN_PROGRAM
from tocsin.letters.plain_text import crlf, header_value, one_address

LIMIT = OWN_PROGRAM
# Mail programs disagree on what parts two addresses in a link: Outlook wants semicolons, Apple Mail takes commas alone.
MOST_COPIES = 1
_ADDRESS_SAFE = "@!$'*+-._~"


@dataclass(frozen=True)
class Mailto:
    """`length` counts the encoded characters; where it does not fit, offer copy buttons or the .eml draft."""

    href: str
    length: int
    fits: bool


def mailto_link(to: str, cc: Sequence[str], subject: str, body: str) -> Mailto:
    """One target and at most one copy address a link.

    An empty subject is left out, since some programs then put the body there. Raises ValueError for line breaks in
    addresses or subject, and for more than one copy address.
    """
    if len(cc) > MOST_COPIES:
        raise ValueError("A mail link takes one copy address: make a link for each further one.")
    fields = [
        ("cc", quote(one_address("The copy address", cc[0]), safe=_ADDRESS_SAFE) if cc else ""),
        ("subject", quote(header_value("The subject", subject), safe="")),
        ("body", quote(crlf(body.rstrip()), safe="")),
    ]
    query = "&".join(f"{name}={value}" for name, value in fields if value)
    href = f"mailto:{quote(one_address('The address', to), safe=_ADDRESS_SAFE)}" + (
        f"?{query}" if query else ""
    )
    return Mailto(href, len(href), len(href) <= LIMIT)
