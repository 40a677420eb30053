"""Where a report's publisher asks for money for itself: in the words that the reader marked so, and behind its page's links."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urljoin, urlsplit

from tocsin.intake.page_links import PageLink, page_links
from tocsin.reading.links import kind_of_link
from tocsin.reports.models import Report

from .report_words import marked, plain

_OWN_BOX = "site_donation"
# It tells where a reader came from, not where a link leads.
_TRACKING = "utm_"


@dataclass(frozen=True)
class OwnBoxes:
    """`words` stand in its text, or in what was left out of it as no part of the article; `links` are whole addresses."""

    words: tuple[str, ...]
    links: tuple[str, ...]

    def lead_to(self, url: str) -> bool:
        return bool(url) and any(_is_same(link, url) for link in self.links)


def own_boxes(report: Report) -> OwnBoxes:
    """The words of a link need not say where it leads: what leads there is read from the page or mail as it was received."""
    boxes, links = list(_marked(report)), _links(report)
    lines = [line for box in boxes if (line := plain(box))]
    beside = dict.fromkeys(link.line for link in links if link.asks_for_money)
    hrefs = dict.fromkeys(link.href for link in links if _asks(link, lines))
    return OwnBoxes((*boxes, *beside), tuple(_whole(report.source_url, href) for href in hrefs))


def _asks(link: PageLink, lines: list[str]) -> bool:
    """A link of the article does so where it stands in a line that the reader marked."""
    if link.is_beside:
        return link.asks_for_money or kind_of_link(link.href) == "donation"
    words, around = plain(link.words), plain(link.line)
    return any(words in line and line in around for line in lines)


def _marked(report: Report) -> Iterator[str]:
    """Line by line, as the blocks of its page."""
    for warning in marked(report, _OWN_BOX):
        for start, end in warning["spans"]:
            yield from report.text[start:end].splitlines()


def _links(report: Report) -> tuple[PageLink, ...]:
    return page_links(bytes(report.original), report.media_type) if report.original else ()


def _whole(base: str, href: str) -> str:
    """Empty for what is no address."""
    try:
        return urlsplit(urljoin(base, href)).geturl()
    except ValueError:
        return ""


def _is_same(one: str, other: str) -> bool:
    """The same place by whatever scheme, and the same thing asked there: a service that takes payments has one page for all."""
    first, second = urlsplit(one), urlsplit(other)
    if not first.hostname or _place(one) != _place(other):
        return False
    asked, also = _asked(first.query), _asked(second.query)
    return asked <= also or also <= asked


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/").casefold()


def _asked(query: str) -> set[tuple[str, str]]:
    return {pair for pair in parse_qsl(query) if not pair[0].startswith(_TRACKING)}
