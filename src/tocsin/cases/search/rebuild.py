"""Making the whole index anew, and knowing when it has to be."""

from collections.abc import Callable, Iterator
from itertools import islice

from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet

from tocsin.directory.models import Office
from tocsin.reports.models import Report

from ..models import Case, SearchEntry
from .index import index_case, index_offices, index_reports
from .words_table import words_table

_AT_ONCE = 200
Progress = Callable[[int], None]


def is_incomplete() -> bool:
    """Whether a report, a case or an office stands here that no search finds: after an update or a restored backup."""
    return any(rows.exclude(_has_entry(column)).exists() for column, rows in _everything())


def rebuild(progress: Progress = lambda done: None) -> int:
    """Makes every entry anew, some at a time, so that others may write in between; the number of entries."""
    with transaction.atomic():
        words_table().clear()
        SearchEntry.objects.all().delete()
    for column, rows in _everything():
        for keys in _in_parts(rows):
            _index(column, keys)
            progress(len(keys))
    transaction.on_commit(words_table().forget)
    return SearchEntry.objects.count()


def _everything() -> Iterator[tuple[str, QuerySet[models.Model]]]:
    yield "report", Report.objects.filter(sealed_at=None)
    yield "case", Case.objects.all()
    yield "office", Office.objects.all()


def _has_entry(column: str) -> Exists:
    return Exists(SearchEntry.objects.filter(**{column: OuterRef("pk")}))


def _in_parts(rows: QuerySet[models.Model]) -> Iterator[list[int]]:
    keys = iter(list(rows.order_by("pk").values_list("pk", flat=True)))
    while part := list(islice(keys, _AT_ONCE)):
        yield part


def _index(column: str, keys: list[int]) -> None:
    if column == "report":
        index_reports(keys)
    elif column == "office":
        index_offices(keys)
    else:
        for case in Case.objects.filter(pk__in=keys):
            index_case(case)
