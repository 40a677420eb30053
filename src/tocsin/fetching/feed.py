"""A feed, asked for only where it has changed since."""

import re
from dataclasses import dataclass, replace

from tocsin.fetching.answer import Wanted
from tocsin.fetching.connect import Connector, Resolver, connected, resolve
from tocsin.fetching.page import answered

UNCHANGED = 304
# Many feeds are served as pages or plain text; whether it is a feed is seen when it is read.
FEEDS = Wanted(
    frozenset(
        {
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/xml",
            "text/xml",
            "text/html",
            "text/plain",
        }
    ),
    "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1",
    seconds=20.0,
)
_LONGEST = 200
_PLAIN = re.compile(r"[\x20-\x7e]+")


@dataclass(frozen=True)
class Fetched:
    """The feed's bytes, the address they came from at last, and how its server names this version."""

    data: bytes
    url: str
    etag: str
    modified: str


def fetch_feed(
    url: str,
    etag: str = "",
    modified: str = "",
    resolver: Resolver = resolve,
    connector: Connector = connected,
) -> Fetched | None:
    """None where its server says that nothing has changed. Raises `NotFetched` or `TooLarge`, in words for people."""
    names = (("If-None-Match", etag), ("If-Modified-Since", modified))
    wanted = replace(FEEDS, conditions=tuple((name, value) for name, value in names if value))
    answer, url = answered(url, resolver, connector, wanted)
    if answer.status == UNCHANGED and wanted.conditions:
        return None
    return Fetched(answer.page(wanted), url, _kept(answer.etag), _kept(answer.modified))


def _kept(version: str) -> str:
    """What may be sent back as it came."""
    return version if _PLAIN.fullmatch(version) and len(version) <= _LONGEST else ""
