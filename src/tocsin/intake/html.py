"""A web page -> the lines that a reader sees, title first, with hidden addresses made readable."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from tocsin.intake.cloudflare import reveal, revealed_link

DEEPEST = 200
EDGE = "\x00"  # stripped from the page itself beforehand
_BREAK = re.compile(r"[ \n\x00]*[\n\x00][ \n\x00]*")
UNSEEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "object",
        "select",
        "button",
        "textarea",
        "canvas",
    }
)
CHROME = frozenset({"nav", "aside"})
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
_CHROME_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|sidebar|cookie|share|sharing|social|related|widget|masthead|site-footer|skip-link|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DATE = re.compile(r"^\s*((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?")
_DATE_META = (
    "//meta[@property='article:published_time' or @itemprop='datePublished' or @name='date' or @name='DC.date'"
    " or @name='dcterms.date' or @name='pubdate' or @name='publish-date']/@content",
    "//time[@datetime and (@pubdate or @itemprop='datePublished' or contains(@class,'publish') or contains(@class,'entry-date'))]/@datetime",
)


@dataclass(frozen=True)
class Page:
    text: str
    published: str | None
    notes: tuple[tuple[str, str], ...]


def page_text(markup: str) -> Page:
    """The words of a page, one line a block; menus and scripts left out, comments kept for the reader to judge."""
    root = _parsed(markup)
    if root is None:
        return Page("", None, ())
    body = _main_part(root)
    text = _tidied("".join(_words(body, 0)))
    title = _title(root)
    if title and title.casefold() not in text[: len(title) + 400].casefold():
        text = f"{title}\n\n{text}"
    return Page(text, _published(root), tuple(_notes(root, text)))


def _parsed(markup: str) -> HtmlElement | None:
    cleaned = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup).replace("\x00", "")
    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(cleaned, parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _main_part(root: HtmlElement) -> HtmlElement:
    """<main> or the only <article>, where it holds most of the page's words; else the body."""
    body = root.find("body")
    whole = root if body is None else body
    candidates = [*root.iter("main"), *root.iter("article")]
    best = max(candidates, key=_weight, default=None)
    if best is not None and _weight(best) > 0.5 * _weight(whole):
        return best
    return whole


def _weight(element: HtmlElement) -> int:
    return sum(len(p.text_content()) for p in element.iter("p", "li", "td", "dd"))


def _words(element: HtmlElement, depth: int) -> Iterator[str]:
    """Text in document order, with `EDGE` where a block begins or ends."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in UNSEEN or tag in CHROME or _is_chrome(element, tag):
        return
    if depth > DEEPEST:
        yield _flat(element.text_content(), tag)
        return
    hidden = _hidden_address(element)
    if hidden:
        yield hidden
        return
    edge = "\n\n" if tag in APART else EDGE if tag in BLOCKS else ""
    yield edge
    yield "- " if tag == "li" else "" if tag != "br" else "\n"
    yield _flat(element.text, tag)
    for child in element:
        yield from _words(child, depth + 1)
        yield _flat(child.tail, tag)
    yield " " if tag in ("td", "th") else ""
    yield edge


def _flat(text: str | None, tag: str) -> str:
    """Line ends inside a paragraph's source are blanks, but not in preformatted text."""
    return (text or "") if tag == "pre" else re.sub(r"[ \t\r\n\f]+", " ", text or "")


def _is_chrome(element: HtmlElement, tag: str) -> bool:
    if tag in ("body", "html", "main", "article"):
        return False
    if (element.get("role") or "") in ("navigation", "search", "banner"):
        return True
    if element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", ""):
        return True
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return (
        bool(_CHROME_NAME.search(name))
        and len(element.text_content()) < 2000
        and not element.xpath("boolean(.//article)")
    )


def _hidden_address(element: HtmlElement) -> str | None:
    code = element.get("data-cfemail")
    if code:
        return reveal(code)
    href = element.get("href")
    address = revealed_link(href) if href else None
    if address is None:
        return None
    words = element.text_content().strip()
    return address if not words or "protected" in words else f"{words} ({address})"


def _tidied(text: str) -> str:
    text = _BREAK.sub(lambda run: "\n\n" if run[0].count("\n") > 1 else "\n", text)
    lines = [re.sub(r"[ \t]+", " ", line).strip(" ") for line in text.split("\n")]
    kept = ["" if line in ("", "-") else line for line in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")


def _title(root: HtmlElement) -> str | None:
    """The page's own heading, else its title without the site's name."""
    for path in ("//meta[@property='og:title']/@content", "//h1[1]//text()", "//title//text()"):
        found = root.xpath(path)
        words = " ".join(" ".join(str(part) for part in found).split()) if isinstance(found, list) else ""
        if words:
            return re.split(r"\s[|»–—]\s", words)[0].strip() or words
    return None


def _published(root: HtmlElement) -> str | None:
    for path in _DATE_META:
        found = root.xpath(path)
        for value in found if isinstance(found, list) else ():
            match = _DATE.match(str(value))
            if match and 1 <= int(match[2]) <= 12 and 1 <= int(match[3] or 1) <= 31:
                return "-".join(part for part in match.groups() if part)
    return None


def _notes(root: HtmlElement, text: str) -> Iterator[tuple[str, str]]:
    if root.xpath("boolean(//input[translate(@type,'PASWORD','pasword')='password'])") and len(text) < 3000:
        yield (
            "login_page",
            "This is a page to sign in, not the article: open it in a browser and save the text.",
        )
