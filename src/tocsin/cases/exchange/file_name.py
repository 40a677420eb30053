"""What a file that leaves is called."""

from ..models import Export
from ..names import case_mask
from .write import ending


def file_name(export: Export) -> str:
    """The case's own address, and for whom it is; an address that names somebody withheld is left out in public."""
    stem = export.case.slug
    if export.is_public and case_mask(export.case).touches(stem.replace("-", " ")):
        stem = f"case-{export.case_id}"
    level = "public" if export.is_public else "confidential"
    return f"{stem}-{level}-{export.kind}-{export.asked_at:%Y-%m-%d}.{ending(export.kind, export.is_public)}"
