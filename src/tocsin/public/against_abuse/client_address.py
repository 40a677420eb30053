"""Where a request comes from: asked for, hashed, and forgotten. Never stored, never logged."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The network that the request comes from, as the outermost of our own proxies saw it.

    Of an IPv6 address the first 64 bits, since one household has all the others.
    """
    address = _seen(request)
    return ":".join(address.split(":")[:4]) if ":" in address else address


def _seen(request: HttpRequest) -> str:
    """`TOCSIN_PROXIES` says how many proxies of ours stand before us; what a client adds itself is not believed."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.PROXIES:
        return direct
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    return told[-settings.PROXIES] if len(told) >= settings.PROXIES else direct
