"""Addresses that stand behind a link and not in its words."""

from itertools import islice
from urllib.parse import unquote

from lxml.html import HtmlElement

from tocsin.intake.cloudflare import reveal, revealed_link

MOST_WORDS = 50
LONGEST = 300


def address_behind(element: HtmlElement) -> str | None:
    """The e-mail address of a Cloudflare or mailto link whose words do not show it."""
    code, href = element.get("data-cfemail"), element.get("href") or ""
    if code:
        return reveal(code)
    address = revealed_link(href) or _mailto(href)
    words = "".join(islice(element.itertext(), MOST_WORDS))
    return None if address is None or address.casefold() in words.casefold() else address


def _mailto(href: str) -> str | None:
    if href[:7].lower() != "mailto:":
        return None
    address = unquote(href[7 : 7 + LONGEST].partition("?")[0]).strip()
    return address if "@" in address[1:-1] and address.isprintable() and " " not in address else None
