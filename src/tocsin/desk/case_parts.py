"""The parts of the case file, each by pages: one card for each of three hundred incidents took seconds to load."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from .typed_key import typed_key

PER_PAGE = 25
# Longer parts are lines, of which the one that `?at=` names is open.
MOST_CARDS = 12
# Instead of the number of a page: all of them.
ALL = "all"


@dataclass(frozen=True)
class Part:
    """`kind` names the part in the address of its pages; `blocks` are those of this page, `count` all there are.

    `opened` is the subject that `?at=` names, if it stands here; `also` is what the addresses of its pages ask for besides.
    """

    kind: str
    count: int
    page: "Page[Any]"
    blocks: list[Any]
    opened: int | None = None
    also: str = ""

    def __bool__(self) -> bool:
        return bool(self.count)

    @property
    def is_lines(self) -> bool:
        return self.count > MOST_CARDS


def part(
    kind: str, views: Sequence[Any], block: Callable[[Any], Any], request: HttpRequest, also: str = ""
) -> Part:
    """The page that `?incident=2` asks for, or `?at=` with the key of a subject; blocks are made for it alone."""
    asked, at = request.GET.get(kind, "1"), _at(views, request)
    is_whole = asked == ALL
    pages = Paginator(views, max(len(views), 1) if is_whole else PER_PAGE)
    page = pages.get_page(asked if at is None or is_whole else at // PER_PAGE + 1)
    opened = None if at is None else _key(views[at], request)
    return Part(kind, len(views), page, [block(view) for view in page], opened, also)


def _at(views: Sequence[Any], request: HttpRequest) -> int | None:
    """Where the subject that `?at=` names stands."""
    at = typed_key(request.GET.get("at", ""))
    return next((n for n, view in enumerate(views) if at in _keys(view)), None)


def _key(view: Any, request: HttpRequest) -> int:
    """Of the subject that stands for the one that is asked for; in a thread, of the statement."""
    at = typed_key(request.GET["at"])
    return int(next(each.pk for each in getattr(view, "statements", (view,)) if at in _keys(each)))


def _keys(view: Any) -> set[int]:
    """Of a subject and who was judged to be it; of all in a thread of statements."""
    if hasattr(view, "statements"):
        return {key for each in view.statements for key in _keys(each)}
    return {view.pk, *getattr(view, "joined", ())}
