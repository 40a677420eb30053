"""Questions to the DNS, and nothing else: no mail is sent and no other server is asked."""

from typing import Any

from django.conf import settings
from dns.exception import DNSException, Timeout
from dns.resolver import NXDOMAIN, LifetimeTimeout, NoAnswer, NoNameservers, NoResolverConfiguration, Resolver
from dns.reversename import from_address

SECONDS = 5.0


class CouldNotAsk(Exception):
    """No answer came, which says nothing about the domain."""


def texts(name: str) -> list[str]:
    """TXT records, each put together from its pieces. Raises CouldNotAsk, as all here do."""
    found = _ask(name, "TXT")
    return [b"".join(record.strings).decode("utf-8", "replace") for record in found]


def mail_hosts(domain: str) -> list[str]:
    return [str(record.exchange).rstrip(".") for record in _ask(domain, "MX")]


def addresses(host: str) -> list[str]:
    return [str(record) for kind in ("A", "AAAA") for record in _ask(host, kind)]


def names(address: str) -> list[str]:
    """What an IP address is called."""
    return [str(record).rstrip(".") for record in _ask(from_address(address).to_text(), "PTR")]


def _ask(name: str, kind: str) -> list[Any]:
    try:
        return list(_resolver().resolve(name, kind, search=False))
    except (NXDOMAIN, NoAnswer):
        return []
    except (NoNameservers, LifetimeTimeout, Timeout, NoResolverConfiguration, OSError):
        raise CouldNotAsk(name) from None
    except DNSException as fault:
        raise CouldNotAsk(f"{name}: {fault}") from None


def _resolver() -> Resolver:
    """The system's, or the server that is set: an IP address with its port."""
    if not settings.DNS:
        found = Resolver()
    else:
        found = Resolver(configure=False)
        host, _colon, port = settings.DNS.rpartition(":")
        found.nameservers, found.port = [host.strip("[]")], int(port)
    found.lifetime = SECONDS
    return found
