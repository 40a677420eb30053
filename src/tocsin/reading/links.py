"""Web addresses that a report prints, and what they lead to."""

import re

from tocsin.reading.document import Document
from tocsin.terms.contacts import Link
from tocsin.terms.span import Span

_URL = re.compile(
    r"(?:(?<![\w@/-])https?://|(?<![\w@/.-])www\d?\.)[^\s<>—\"'“”‘’«»\\^`{|}\[\]]+", re.IGNORECASE
)
_TRAILING = ".,;:!?…*_"
_KINDS = (
    (
        "video",
        r"youtu\.be/|youtube\.com/|vimeo\.com/|dailymotion\.|rutube\.ru/|/watch[/?]|/videos?/|bilibili\.",
    ),
    (
        "donation",
        r"paypal\.|patreon\.|gofundme\.|crowdfund|chuffed\.org|justgiving\.|opencollective\.|/donat|/spende",
    ),
    (
        "petition",
        r"change\.org/|avaaz\.org|petition|actionnetwork\.org/|labourstart.*campaign|/sign(?:$|[-/?])",
    ),
    (
        "article",
        r"/20\d\d/|/news?/|/articles?/|\.s?html?$|\.stm$|/node/\d+|/blog/|/story/|web\.archive\.org/",
    ),
)
_KIND_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)


def read_links(document: Document) -> tuple[Link, ...]:
    """Every address once, in the order of the text, with all the places where it stands."""
    found: dict[str, list[Span]] = {}
    for url, span in find_urls(document.text):
        found.setdefault(url, []).append(span)
    return tuple(Link(url, kind_of_link(url), tuple(spans)) for url, spans in found.items())


def find_urls(text: str) -> list[tuple[str, Span]]:
    """Addresses as printed, without the punctuation that ends the sentence around them."""
    if "://" not in text and "www" not in text.lower():
        return []
    return [_without_the_end(match) for match in _URL.finditer(text)]


def _without_the_end(match: re.Match[str]) -> tuple[str, Span]:
    url = match[0]
    while url and (url[-1] in _TRAILING or (url[-1] == ")" and url.count(")") > url.count("("))):
        url = url[:-1]
    return url, Span(match.start(), match.start() + len(url))


def kind_of_link(url: str) -> str:
    """A kind of the draft schema, by the address alone."""
    return next((kind for kind, pattern in _KIND_PATTERNS if pattern.search(url)), "other")
