"""A web page -> the lines that a reader sees, title first, with hidden addresses made readable."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from tocsin.intake.charsets import decode
from tocsin.intake.errors import Empty
from tocsin.intake.extracted import Extracted, Note, Piece
from tocsin.intake.front_matter import front_matter
from tocsin.intake.furniture import prune
from tocsin.intake.links import address_behind, address_instead
from tocsin.intake.tables import EDGE, Tables, tidied

MOST_CANDIDATES = 50
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
APART = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "article", "section"}
)
_DATE = re.compile(r"^\s*((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?")
_DATE_META = (
    "//meta[@property='article:published_time' or @itemprop='datePublished' or @name='date' or @name='DC.date'"
    " or @name='DC.date.issued' or @name='dcterms.date' or @name='pubdate' or @name='publish-date']/@content",
    "//time[@datetime and (@pubdate or @itemprop='datePublished' or contains(@class,'publish') or contains(@class,'entry-date'))]/@datetime",
)
_DATE_IN_SCRIPT = re.compile(r'"datePublished"\s{0,3}:\s{0,3}"([^"]{4,40})"')


def read_page(data: bytes) -> Extracted:
    """The words of a page as bytes; raises `Empty` where there are none."""
    text, charset = decode(data, is_html=True)
    page = page_text(text)
    if not page.text.strip():
        raise Empty("this page holds no words; save it from the browser as text and read that")
    return Extracted(page.text, page.published, page.notes, charset)


def page_pieces(data: bytes) -> list[Piece]:
    """The same, for the child that parses what is too large to be parsed beside other work."""
    return [read_page(data)]


def page_text(markup: str) -> Extracted:
    """The words of a page, one line a block; menus, scripts, comments and money boxes left out, the last two said."""
    front = front_matter(markup)
    root = page_tree(front.page)
    if root is None:
        return Extracted("")
    title, published = front.title or _title(root), front.date or _published(root)
    login = _asks_for_password(root)
    notes = tuple(prune(root))
    text = tidied(_words(_main_part(root)))
    if title and title.casefold() not in text[: len(title) + 400].casefold():
        text = f"{title}\n\n{text}"
    if login and len(text) < LONGEST_LOGIN:
        notes = (LOGIN, *notes)
    return Extracted(text, published, notes)


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})|0*([0-9]{1,7}));?")
LONGEST_LOGIN = 3000
LOGIN = Note(
    "login_page", "This is a page to sign in, not the article: open it in a browser and save the text."
)


def page_tree(markup: str) -> HtmlElement | None:
    """Without comments; None where there is nothing to parse."""
    cleaned = _REFERENCE.sub(_harmless, _CONTROL.sub("", re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)))
    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(cleaned, parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _harmless(reference: re.Match[str]) -> str:
    """'&#1;' and the like name what no tree may hold; all others stay as they are."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return "" if number < 0x110000 and _CONTROL.match(chr(number)) else reference[0]


def _main_part(root: HtmlElement) -> HtmlElement:
    """<main> or the only <article>, where it holds most of the page's words; else the body."""
    body = root.find("body")
    whole = root if body is None else body
    candidates = [*root.iter("main"), *root.iter("article")][:MOST_CANDIDATES]
    best = max(candidates, key=_weight, default=None)
    if best is not None and _weight(best) > 0.5 * _weight(whole):
        return best
    return whole


def _weight(element: HtmlElement) -> int:
    return sum(len(words) for words in element.itertext())


def _words(whole: HtmlElement) -> str:
    """Text in document order, with `EDGE` where a block begins or ends."""
    walk = etree.iterwalk(whole, events=("start", "end"))
    tables, preformatted = Tables(), 0
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        preformatted += (tag == "pre") * (1 if event == "start" else -1)
        if event == "start":
            tables.begin(tag)
            tables.add(_start(tag))
            hidden = address_instead(element)
            if hidden:
                walk.skip_subtree()
            tables.add(hidden or _flat(element.text, preformatted > 0))
        else:
            tables.add(_end(element, tag))
            tables.end(tag)
            tables.add(_flat(element.tail, preformatted > 0) if element is not whole else "")
    return tables.text()


def _edge(tag: str) -> str:
    return "\n\n" if tag in APART else EDGE if tag in BLOCKS else ""


def _start(tag: str) -> str:
    return _edge(tag) + ("- " if tag == "li" else "\n" if tag == "br" else "")


def _end(element: HtmlElement, tag: str) -> str:
    address = address_behind(element) if tag == "a" and address_instead(element) is None else None
    return (f" ({address})" if address else "") + _edge(tag)


def _flat(text: str | None, as_set: bool) -> str:
    """Line ends inside a paragraph's source are blanks, but not in preformatted text."""
    return (text or "") if as_set else re.sub(r"[ \t\r\n\f]+", " ", text or "")


def _title(root: HtmlElement) -> str | None:
    """The page's own heading, else its title without the site's name."""
    for path in ("//meta[@property='og:title']/@content", "//h1[1]//text()", "//title//text()"):
        found = root.xpath(path)
        words = " ".join(" ".join(str(part) for part in found).split()) if isinstance(found, list) else ""
        if words:
            return re.split(r"\s[|»–—]\s", words)[0].strip() or words
    return None


def _published(root: HtmlElement) -> str | None:
    """The day that the page declares, as it stands there."""
    for value in _declared_dates(root):
        match = _DATE.match(value)
        if match and 1 <= int(match[2]) <= 12 and 1 <= int(match[3] or 1) <= 31:
            return "-".join(part for part in match.groups() if part)
    return None


def _declared_dates(root: HtmlElement) -> Iterator[str]:
    for path in _DATE_META:
        found = root.xpath(path)
        yield from map(str, found if isinstance(found, list) else ())
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _DATE_IN_SCRIPT.findall(script.text or "")


def _asks_for_password(root: HtmlElement) -> bool:
    return any((field.get("type") or "").lower() == "password" for field in root.iter("input"))
