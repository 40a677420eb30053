"""A long list by pages of 25, where a link may name a record instead of a page."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from .typed_key import typed_key

PER_PAGE = 25


def paged(rows: QuerySet[Any], request: HttpRequest, at: int | None = None) -> "Page[Any]":
    """The page with the record `at`, or with the one that `?at=` names; else the one that `?page=` asks for."""
    pages = Paginator(rows, PER_PAGE)
    named = request.GET.get("at", "")
    wanted = at if at is not None else typed_key(named) if named else None
    if wanted is not None:
        keys = list(rows.values_list("pk", flat=True))
        if wanted in keys:
            return pages.page(keys.index(wanted) // PER_PAGE + 1)
    return pages.get_page(request.GET.get("page"))
