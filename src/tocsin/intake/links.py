"""Addresses that stand behind a link and not in its words."""

from itertools import islice
from urllib.parse import unquote

from lxml.html import HtmlElement

from tocsin.intake.cloudflare import reveal, revealed_link

MOST_WORDS = 50
LONGEST = 300
PLACEHOLDER = "protected]"


def address_instead(element: HtmlElement) -> str | None:
    """The e-mail address that Cloudflare hid, where the element holds nothing but a placeholder for it."""
    code = element.get("data-cfemail")
    if code:
        return reveal(code)
    address = revealed_link(element.get("href") or "")
    return address if address and PLACEHOLDER in _shown(element) else None


def address_behind(element: HtmlElement) -> str | None:
    """The e-mail address of a link whose words do not show it."""
    href = element.get("href") or ""
    address = revealed_link(href) or _mailto(href)
    return None if address is None or address.casefold() in _shown(element).casefold() else address


def _shown(element: HtmlElement) -> str:
    return "".join(islice(element.itertext(), MOST_WORDS))


def _mailto(href: str) -> str | None:
    if href[:7].lower() != "mailto:":
        return None
    address = unquote(href[7 : 7 + LONGEST].partition("?")[0]).strip()
    return address if "@" in address[1:-1] and address.isprintable() and " " not in address else None
