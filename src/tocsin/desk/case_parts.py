"""The parts of the case file, each by pages: one card for each of three hundred incidents took seconds to load."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PER_PAGE = 25


@dataclass(frozen=True)
class Part:
    """`kind` names the part in the address of its pages; `blocks` are those of this page, `count` all there are."""

    kind: str
    count: int
    page: "Page[Any]"
    blocks: list[Any]

    def __bool__(self) -> bool:
        return bool(self.count)


def part(kind: str, views: Sequence[Any], block: Callable[[Any], Any], request: HttpRequest) -> Part:
    """The page that `?incident=2` asks for, or `?at=` with the key of a subject; blocks are made for it alone."""
    page = Paginator(views, PER_PAGE).get_page(_asked(kind, views, request))
    return Part(kind, len(views), page, [block(view) for view in page])


def _asked(kind: str, views: Sequence[Any], request: HttpRequest) -> int | str:
    at = request.GET.get("at", "")
    if at.isdecimal():
        places = (n for n, view in enumerate(views) if int(at) in _keys(view))
        if (place := next(places, None)) is not None:
            return place // PER_PAGE + 1
    return request.GET.get(kind, "1")


def _keys(view: Any) -> set[int]:
    """Of a subject and who was judged to be it; of all in a thread of statements."""
    if hasattr(view, "statements"):
        return {key for each in view.statements for key in _keys(each)}
    return {view.pk, *getattr(view, "joined", ())}
