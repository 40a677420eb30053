"""What is claimed, in words."""

from typing import Any

from tocsin.reports.fields import field

from .models import SubjectKind
from .take_item import KIND_OF_SECTION

SECTION_OF_KIND = {kind: section for section, kind in KIND_OF_SECTION.items()}


def words(kind: str, predicate: str, value: Any) -> str:
    """A value as a page says it."""
    section = SECTION_OF_KIND[SubjectKind(kind)]
    return field(section, predicate).kind.words(value)
