"""What a page holds beside its article: menus, comments, money boxes. Known by tag and name, never by its words."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from tocsin.intake.extracted import Note

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
WHOLE = frozenset({"html", "body", "main", "article"})
ROLES = frozenset({"navigation", "search", "banner"})
SMALL, FEW = 2000, 500  # characters, elements: a box beside the article and not the article
_CHROME_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|sidebar|cookie|share|sharing|social|related|widget|masthead|site-footer|skip-link|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MONEY_NAME = re.compile(
    r"(?:^|[\s_-])(?:donat(?:e|ion|ions)|fundrais(?:er|ing)|newsletter|subscri(?:be|ption)|signup|sign-up|paywall|promo)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTS = frozenset(
    {
        "comments",
        "comment-list",
        "commentlist",
        "comments-area",
        "respond",
        "comment-respond",
        "disqus_thread",
    }
)


def prune(root: HtmlElement) -> Iterator[Note]:
    """Takes out of the tree what is no part of the article; comments and money boxes are said in a note."""
    left_out: dict[str, None] = {}
    for element, kind in furniture_of(root):
        left_out |= dict.fromkeys([kind] if kind in SAID else [])
        element.drop_tree()
    if left_out:
        yield Note("furniture_left_out", f"Left out as no part of the article: {' and '.join(left_out)}.")


def furniture_of(root: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """What is no part of the article, each with one of the three kinds below; none of it lies in another."""
    return list(_found(root, sum(len(text) for text in root.itertext())))


COMMENTS, MONEY, MENU = "comments by readers", "a box that asks for money or a subscription", "a menu"
SAID = (COMMENTS, MONEY)


def _found(root: HtmlElement, words: int) -> Iterator[tuple[HtmlElement, str]]:
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        kind = _furniture(element, words)
        if kind and element.getparent() is not None:
            walk.skip_subtree()
            yield element, kind


def _furniture(element: HtmlElement, words: int) -> str | None:
    if element.tag in UNSEEN or element.tag in CHROME:
        return MENU
    if element.tag in WHOLE or not isinstance(element.tag, str):
        return None
    if _is_invisible(element) or element.get("role") in ROLES:
        return MENU
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    if not name.strip():
        return None
    if not _COMMENTS.isdisjoint(name.lower().split()) and element.find(".//h1") is None:
        return COMMENTS
    if _CHROME_NAME.search(name) and _is_box(element):
        return MENU
    return MONEY if _MONEY_NAME.search(name) and _is_box(element, words // 3) else None


def _is_invisible(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(
        " ", ""
    )


def _is_box(element: HtmlElement, most: int = SMALL) -> bool:
    """Small, and without an article in it."""
    inside = list(islice(element.iter(), FEW))
    if len(inside) == FEW or any(one.tag == "article" for one in inside):
        return False
    return sum(len(text) for text in element.itertext()) < min(SMALL, most)
