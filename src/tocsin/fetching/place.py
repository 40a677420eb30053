"""A web address taken apart, and refused where it is more than a page on an ordinary server."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from tocsin.intake.errors import NotFetched

PORTS = {"http": 80, "https": 443}
LONGEST = 2000
SAVE = "save the page from your browser as a file and read that"
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_NAME = re.compile(
    r"(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?"
)
_FOUR_NUMBERS = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")


@dataclass(frozen=True)
class Place:
    """`host` is a name or a literal address, in ASCII; `target` is path and query as a request names them."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def place(url: str) -> Place:
    """Raises `NotFetched`."""
    if _ODD.search(url) or len(url) > LONGEST:
        raise NotFetched(f"this is no web address; {SAVE}")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise NotFetched(f"this is no web address; {SAVE}") from None
    if parts.scheme not in PORTS:
        raise NotFetched("only addresses that begin with http:// or https:// are fetched")
    if parts.username is not None or parts.password is not None:
        raise NotFetched("an address with a name or password in it is not fetched; leave them out")
    if port not in (None, *PORTS.values()):
        raise NotFetched(f"only the ports 80 and 443 are fetched from; {SAVE}")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]") if parts.query else ""
    return Place(parts.scheme, host_name(parts.hostname or ""), port or PORTS[parts.scheme], target + query)


def host_name(name: str) -> str:
    """In ASCII. Only one way to write an IPv4 address is known here; octal, hexadecimal and short ones are refused."""
    if ":" in name:
        return name
    try:
        host = name.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        host = ""
    if not _NAME.fullmatch(host) and not _FOUR_NUMBERS.fullmatch(host):
        raise NotFetched(f"{name or 'this'} is no name of a public server; {SAVE}")
    return host
