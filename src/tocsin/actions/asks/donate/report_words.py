"""What a report says, as it is compared with a call for money."""

from collections.abc import Iterable
from typing import Any

from tocsin.reports.models import Report


def marked(report: Report, code: str) -> list[dict[str, Any]]:
    """The reader's warnings of one kind."""
    return [warning for warning in report.draft.get("warnings", ()) if warning.get("code") == code]


def speaks_of(text: str, marks: Iterable[str]) -> bool:
    """Whether one of the marks, which are plain, stands in it."""
    said = plain(text)
    return any(mark and mark in said for mark in marks)


def plain(text: str) -> str:
    """Without blanks and case, so that a number printed in groups is found."""
    return "".join(text.split()).replace("-", "").casefold()
