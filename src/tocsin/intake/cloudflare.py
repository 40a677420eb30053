"""Addresses that Cloudflare hid in a page: the first byte is the key, the rest is XORed with it."""

import re

# A key and at most 254 octets, the longest address there is (RFC 5321, 4.5.3.1.3, less its angle brackets).
_HIDDEN = re.compile(r"^(?:[0-9a-fA-F]{2}){4,255}$")
_LINK = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-fA-F]+)")


def reveal(code: str) -> str | None:
    """The address of a `data-cfemail` value, None where it is none."""
    if not _HIDDEN.match(code):
        return None
    key, *rest = bytes.fromhex(code)
    try:
        address = bytes(byte ^ key for byte in rest).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return address.split("?")[0] if "@" in address and address.isprintable() else None


def revealed_link(href: str) -> str | None:
    """The address of a link to Cloudflare's page, None for all other links."""
    match = _LINK.search(href)
    return reveal(match[1]) if match else None
