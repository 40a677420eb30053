"""One page of a stranger's server: public addresses only, pinned, small, soon, without cookies."""

import time
from urllib.parse import urljoin

from tocsin.fetching.answer import PAGES, Answer, Wanted
from tocsin.fetching.ask import ask
from tocsin.fetching.connect import Connector, Resolver, connected, pinned, resolve
from tocsin.fetching.place import SAVE, place
from tocsin.intake.errors import NotFetched

MOST_REDIRECTS = 3
REDIRECTS = frozenset({301, 302, 303, 307, 308})


def fetch_page(
    url: str, resolver: Resolver = resolve, connector: Connector = connected, wanted: Wanted = PAGES
) -> tuple[bytes, str]:
    """(the bytes, the address they came from at last). Raises `NotFetched` or `TooLarge`, in words for people.

    Tests hand in their own `resolver` and `connector`; what is public is decided between the two of them.
    """
    answer, url = answered(url, resolver, connector, wanted)
    return answer.page(wanted), url


def answered(url: str, resolver: Resolver, connector: Connector, wanted: Wanted) -> tuple[Answer, str]:
    """(the answer at the end of all redirects, its address). Raises `NotFetched` or `TooLarge`."""
    until = time.monotonic() + wanted.seconds
    for _ in range(MOST_REDIRECTS + 1):
        answer = _answer(url, resolver, connector, until, wanted)
        if answer.status not in REDIRECTS or not answer.location:
            return answer, url
        url = urljoin(url, answer.location).partition("#")[0]
    raise NotFetched(f"this address leads on more than {MOST_REDIRECTS} times; {SAVE}")


def _answer(url: str, resolver: Resolver, connector: Connector, until: float, wanted: Wanted) -> Answer:
    """Every address on the way is taken apart, resolved and judged anew."""
    where = place(url)
    address = pinned(where, resolver, until)
    return ask(where, address, connector, until, wanted)
