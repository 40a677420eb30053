"""Which network a request comes from: asked for, hashed, and forgotten. Never stored, never logged."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

HOUSEHOLD = 64  # bits of an IPv6 address that one line shares


def client_network(request: HttpRequest) -> str:
    """An IPv4 address or the first half of an IPv6 one; empty where we only see a proxy, or a machine of our own."""
    address = _address(_seen(request))
    if address is None or address.is_private:
        return ""
    if isinstance(address, IPv4Address):
        return str(address)
    return str(ip_network((address, HOUSEHOLD), strict=False))


def _seen(request: HttpRequest) -> str:
    """`TOCSIN_PROXIES` says how many proxies of ours stand before us; what a client adds itself is not believed."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.PROXIES:
        return direct
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    return told[-settings.PROXIES] if len(told) >= settings.PROXIES else direct


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
