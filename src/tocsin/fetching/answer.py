"""A server's answer: read up to a cap, unpacked up to the same cap, and only of kinds that hold text."""

import zlib
from dataclasses import dataclass
from http.client import HTTPResponse

from tocsin.fetching.place import SAVE
from tocsin.intake.errors import NotFetched, TooLarge

MOST_BYTES = 5 * 2**20
OK = 200
KINDS = frozenset(
    {
        "text/html",
        "text/plain",
        "application/xhtml+xml",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "message/rfc822",
    }
)


@dataclass(frozen=True)
class Wanted:
    """What is asked for: `kinds` that may come, in `seconds`, redirects included, and of at most `most` bytes.

    `conditions` are headers that ask whether it has changed.
    """

    kinds: frozenset[str]
    accept: str
    seconds: float = 10.0
    most: int = MOST_BYTES
    conditions: tuple[tuple[str, str], ...] = ()


PAGES = Wanted(KINDS, "text/html, text/plain, application/pdf, message/rfc822;q=0.9, */*;q=0.1")
TABLES = Wanted(
    frozenset({"application/sparql-results+json", "application/json"}),
    "application/sparql-results+json",
    seconds=70.0,  # the query service itself gives up after sixty
    most=20 * 2**20,
)


@dataclass(frozen=True)
class Answer:
    """`location` is where a redirect leads, `body` as it came over the line; `etag` and `modified` name its version."""

    status: int
    location: str
    kind: str
    packed: str
    body: bytes
    etag: str = ""
    modified: str = ""

    def page(self, wanted: Wanted = PAGES) -> bytes:
        """Raises `NotFetched` or `TooLarge` for what is not wanted, such as no page of text."""
        if self.status != OK:
            raise NotFetched(f"its server answered {self.status} instead of the page; {SAVE}")
        if self.kind not in wanted.kinds:
            raise NotFetched(
                f"its server sent {self.kind or 'something of no kind'}, no page or document of text"
            )
        return _unpacked(self.body, self.packed, wanted.most)


def read_answer(response: HTTPResponse, wanted: Wanted = PAGES) -> Answer:
    """Raises `TooLarge`. The body of a redirect is left unread."""
    kind = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    packed = (response.getheader("Content-Encoding") or "identity").strip().lower()
    location = response.getheader("Location") or ""
    body = b""
    if response.status == OK and kind in wanted.kinds:
        if (response.length or 0) > wanted.most:
            raise _too_large(wanted.most)
        body = response.read(wanted.most + 1)
        if len(body) > wanted.most:
            raise _too_large(wanted.most)
        if response.length:
            raise NotFetched(f"its server broke off in the middle of the page; try again, or {SAVE}")
    version = (response.getheader(name) or "" for name in ("ETag", "Last-Modified"))
    return Answer(response.status, location, kind, packed, body, *version)


def _unpacked(body: bytes, packed: str, most: int) -> bytes:
    """Nothing was asked for but the plain bytes; some servers pack them all the same."""
    if packed == "identity":
        return body
    if packed not in ("gzip", "x-gzip"):
        raise NotFetched(
            f"its server packed the page in a way that was not asked for ({packed[:20]}); {SAVE}"
        )
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        page = unpacking.decompress(body, most + 1)
    except zlib.error:
        page = b""
    if len(page) > most:
        raise _too_large(most)
    if not unpacking.eof:
        raise NotFetched(f"its server sent a page that cannot be unpacked; {SAVE}")
    return page


def _too_large(most: int) -> TooLarge:
    return TooLarge(f"the page is larger than {most // 2**20} MB; save the text of the appeal alone")
