"""Where the links of a web page or mail lead: those of its article by their line, and those in the boxes beside it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from itertools import chain, islice

from lxml.html import HtmlElement

from tocsin.intake.charsets import decode
from tocsin.intake.errors import Unreadable
from tocsin.intake.extracted import Extracted, Piece
from tocsin.intake.files import MOST_IN_PROCESS
from tocsin.intake.front_matter import front_matter
from tocsin.intake.furniture import COMMENTS, MONEY, furniture_of
from tocsin.intake.html import BLOCKS, page_tree
from tocsin.intake.kinds import HTML, MAIL, MBOX
from tocsin.intake.mail import mail_pages

MOST_LINKS = 2000
LONGEST, MOST_TEXTS = 2000, 200
SECONDS = 20.0


@dataclass(frozen=True)
class PageLink:
    """`href` as it stands there, empty for a box of money without links; `words` are its own.

    `line` are the words of the paragraph or box around it. `is_beside` the article; `asks_for_money`: the box does.
    """

    href: str
    words: str
    line: str
    is_beside: bool = False
    asks_for_money: bool = False


def page_links(data: bytes, kind: str) -> tuple[PageLink, ...]:
    """Of a page as received, or of those in a mail: at most `MOST_LINKS`, without those of readers' comments.

    None where it cannot be parsed, or is of another kind (`tocsin.intake.kinds`).
    """
    if kind == HTML and len(data) <= MOST_IN_PROCESS:
        return _links(data)
    parser = _PARSERS.get(kind)
    if not parser:
        return ()
    # The child, which has no use for it, must not load it.
    from tocsin.intake.sandbox.run import Deadline, parsed

    try:
        (piece,) = parsed(parser, data, Deadline(SECONDS))
    except Unreadable:
        return ()
    return tuple(PageLink(*row) for row in json.loads(piece.text)) if isinstance(piece, Extracted) else ()


_PARSERS = {HTML: "page_links", MAIL: "mail_links", MBOX: "mail_links"}


def link_pieces(data: bytes) -> list[Piece]:
    """The same, for the child that parses what is too large to be parsed beside other work."""
    return _written(_links(data))


def mail_link_pieces(data: bytes) -> list[Piece]:
    """The same of mails, which the child alone parses. Raises `Overblown`."""
    return _written(islice(chain.from_iterable(map(_of_page, mail_pages(data))), MOST_LINKS))


def _written(links: Iterable[PageLink]) -> list[Piece]:
    return [Extracted(json.dumps([astuple(link) for link in links]))]


def _links(data: bytes) -> tuple[PageLink, ...]:
    return tuple(islice(_of_page(front_matter(decode(data, is_html=True)[0]).page), MOST_LINKS))


def _of_page(markup: str) -> Iterator[PageLink]:
    root = page_tree(markup)
    return iter(()) if root is None else _found(root)


def _found(root: HtmlElement) -> Iterator[PageLink]:
    for box, kind in furniture_of(root):
        if kind != COMMENTS:
            yield from _in_box(box, kind == MONEY)
        box.drop_tree()
    for link in root.iter("a"):
        if href := link.get("href"):
            yield PageLink(href, _words(link), _words(_block(link)))


def _in_box(box: HtmlElement, asks_for_money: bool) -> Iterator[PageLink]:
    line = _words(box)
    if asks_for_money:
        yield PageLink("", "", line, True, True)
    for link in box.iter("a", "form"):
        if href := link.get("href") or link.get("action"):
            yield PageLink(href, _words(link), line, True, asks_for_money)


def _block(link: HtmlElement) -> HtmlElement:
    return next((above for above in link.iterancestors() if above.tag in BLOCKS), link)


def _words(element: HtmlElement) -> str:
    return " ".join("".join(islice(element.itertext(), MOST_TEXTS)).split())[:LONGEST]
