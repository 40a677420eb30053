"""RSS and Atom -> entries. Entities are not expanded and nothing is loaded from elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import escape
from urllib.parse import urljoin, urlsplit

from lxml import etree

from tocsin.intake.errors import Damaged

MOST_ENTRIES = 500
LONGEST_TITLE, LONGEST_LINK = 300, 500
_ENTRIES = ("item", "entry")
_ROOTS = ("rss", "feed", "RDF")
_WORDS = ("encoded", "content", "description", "summary")  # the fullest first
_DATES = ("published", "pubDate", "date", "issued", "updated", "modified")
Element = etree._Element


@dataclass(frozen=True)
class Entry:
    """`key` tells it from others of its feed, however it changes; `published` is EDTF; `html` is the feed's own."""

    key: str
    title: str
    link: str
    published: str
    html: str

    @property
    def page(self) -> bytes:
        """As a page of its own, to be read like any other."""
        title = escape(self.title)
        link = f'<p><a href="{escape(self.link)}">{escape(self.link)}</a></p>' if self.link else ""
        head = f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head>'
        body = f"<body><article><h1>{title}</h1>\n{self.html}\n{link}</article></body></html>"
        return (head + body).encode("utf-8", "replace")


def entries_of(data: bytes, base: str) -> tuple[Entry, ...]:
    """In the order of the feed, each key once; links are made whole by `base`. Raises `Damaged` for what is no feed."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or _name(root) not in _ROOTS:
        raise Damaged("this is no feed (RSS or Atom); check the address")
    found = {entry.key: entry for entry in reversed(list(_entries(root, base)))}
    return tuple(reversed(found.values()))


def _entries(root: Element, base: str) -> Iterator[Entry]:
    elements = (element for element in root.iter(etree.Element) if _name(element) in _ENTRIES)
    for number, element in enumerate(elements):
        if number == MOST_ENTRIES:
            return
        entry = _entry(element, base)
        if entry.title or entry.html:
            yield entry


def _entry(element: Element, base: str) -> Entry:
    parts: dict[str, list[Element]] = {}
    for child in element:
        parts.setdefault(_name(child), []).append(child)
    link = _link(parts.get("link", []), base)
    title = " ".join(_text(parts, ("title",)).split())[:LONGEST_TITLE]
    key = _text(parts, ("id", "guid")).strip() or link or title
    return Entry(key[:LONGEST_LINK], title, link, _day(_text(parts, _DATES)), _words(parts))


def _name(element: Element) -> str:
    """Without its namespace, or the prefix of one that was never declared."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def _text(parts: dict[str, list[Element]], names: tuple[str, ...]) -> str:
    """The text of the first of these children that has any."""
    texts = ("".join(child.itertext()) for name in names for child in parts.get(name, []))
    return next((text for text in texts if text.strip()), "")


def _words(parts: dict[str, list[Element]]) -> str:
    for name in _WORDS:
        for child in parts.get(name, []):
            if child.get("type") == "xhtml":
                return "".join(etree.tostring(inner, encoding="unicode") for inner in child)
            text = "".join(child.itertext())
            if text.strip():
                return f"<p>{escape(text)}</p>" if child.get("type") == "text" else text
    return ""


def _link(links: list[Element], base: str) -> str:
    """The page of the entry; empty for what is no web address."""
    pages = [link for link in links if link.get("rel", "alternate") == "alternate"]
    given = next((link.get("href") or "".join(link.itertext()) for link in pages), "").strip()
    try:
        whole = urljoin(base, given)
        is_web = urlsplit(whole).scheme in ("http", "https")
    except ValueError:
        return ""
    return whole if given and is_web and len(whole) <= LONGEST_LINK else ""


def _day(text: str) -> str:
    text = text.strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            day = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return day.date().isoformat() if 1970 <= day.year <= 2100 else ""
    return ""
