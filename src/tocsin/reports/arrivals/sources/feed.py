"""A feed: each entry that is new or has changed, as a page of its own."""

import hashlib
from contextlib import suppress
from typing import Any

from tocsin.fetching.feed import Fetched, fetch_feed
from tocsin.fetching.page import fetch_page
from tocsin.intake.errors import Unreadable
from tocsin.intake.feed import Entry, entries_of

from ...models import ArrivalWay, IntakeSource
from ..arrive import Sent
from .found import Found

MOST_NEW = 50
MOST_PAGES = 10  # fetched at one look
MOST_REMEMBERED = 1000


def look_at_feed(source: IntakeSource) -> Found:
    """Its server is asked only what has changed. Entries are remembered by key and by a hash of what they said."""
    seen = source.seen
    fetched = fetch_feed(source.address, str(seen.get("etag", "")), str(seen.get("modified", "")))
    if fetched is None:
        return Found(seen=seen)
    known: dict[str, str] = seen.get("entries", {})
    entries = entries_of(fetched.data, fetched.url)
    new = [entry for entry in entries if known.get(_short(entry.key)) != _print(entry)]
    taken = new[: MOST_PAGES if source.takes_pages else MOST_NEW]
    sent = tuple(_sent(entry, source) for entry in reversed(taken))
    is_all = len(taken) == len(new)
    return Found(sent, _bookmark(known, taken, fetched if is_all else None), is_all=is_all)


def _bookmark(known: dict[str, str], taken: list[Entry], fetched: Fetched | None) -> dict[str, Any]:
    """Without the version's names where more wait: its server would say that nothing has changed."""
    entries = known | {_short(entry.key): _print(entry) for entry in taken}
    kept = dict(list(entries.items())[-MOST_REMEMBERED:])
    version = {"etag": fetched.etag, "modified": fetched.modified} if fetched else {}
    return {"entries": kept, **version}


def _sent(entry: Entry, source: IntakeSource) -> Sent:
    data, address = entry.page, entry.link
    if source.takes_pages and entry.link:
        with suppress(Unreadable):  # then what the feed itself says of it
            data, address = fetch_page(entry.link)
    return Sent(
        data,
        entry.title or entry.link,
        ArrivalWay.FEED,
        published=entry.published,
        publisher=source.name,
        source_url=address[:500],
        source=source,
    )


def _short(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]


def _print(entry: Entry) -> str:
    return _short(f"{entry.title}\n{entry.html}\n{entry.link}")
