"""Keeping the index as the records are. The acts call it inside their transactions: what is gone is found by nobody.

Reports come in one stage below, which tells by a job (`cases.report_came`); it runs right after their commit.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from tocsin.jobs.enqueue import enqueue_and_do

from ..models import Case, SearchEntry
from .case_documents import case_documents
from .documents import Document
from .office_documents import office_documents
from .report_documents import report_documents
from .words_table import words_table

_AT_ONCE = 200


@transaction.atomic
def index_case(case: Case) -> None:
    """The case, its people and incidents as they stand now."""
    _keep(case_documents(case), SearchEntry.objects.filter(case=case))


@transaction.atomic
def index_reports(keys: Iterable[int]) -> None:
    keys = list(keys)
    _keep(report_documents(keys), SearchEntry.objects.filter(report__in=keys))


@transaction.atomic
def index_offices(keys: Iterable[int]) -> None:
    keys = list(keys)
    _keep(office_documents(keys), SearchEntry.objects.filter(office__in=keys))


def words_are_gone() -> None:
    """Called by acts that take words out for good, inside their transaction: no page of the database keeps them."""
    enqueue_and_do("cases.forget_words")


def _keep(documents: Iterable[Document], stored: QuerySet[SearchEntry]) -> None:
    """Writes what is new or has changed, and drops the rest of `stored`."""
    known = {_about(entry): entry for entry in stored.only(*_COLUMNS)}
    rows = iter(documents)
    while some := list(islice(rows, _AT_ONCE)):
        was = [known.pop(document.about, None) for document in some]
        changed = [(d, e) for d, e in zip(some, was, strict=True) if e is None or e.sha256 != d.sha256]
        drop([e.pk for _, e in changed if e is not None])
        write([d for d, _ in changed])
    drop([entry.pk for entry in known.values()])


_COLUMNS = ("kind", "report", "subject", "office", "case", "sha256")


def _about(entry: SearchEntry) -> tuple[str, int]:
    for column in ("report", "subject", "office"):
        if key := getattr(entry, f"{column}_id"):
            return column, key
    return "case", entry.case_id or 0


def write(documents: list[Document]) -> None:
    """New entries with their words."""
    entries = SearchEntry.objects.bulk_create([document.entry() for document in documents])
    words_table().put(d.words(entry.pk) for d, entry in zip(documents, entries, strict=True))


def drop(keys: list[int]) -> None:
    if keys:
        words_table().drop(keys)
        SearchEntry.objects.filter(pk__in=keys).delete()


def report_came(payload: dict[str, Any]) -> None:
    """The job that reports leave when they come in or change."""
    index_reports([payload["report"]])


def offices_changed(payload: dict[str, Any]) -> None:
    """The job that the directory leaves when offices come in or change."""
    index_offices(payload["offices"])


def forget_words(payload: dict[str, Any]) -> None:
    words_table().forget()
