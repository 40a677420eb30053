"""Whom letters were written to, for their copies."""

from collections.abc import Collection

from tocsin.delivery.models import Delivery


def written_to(letters: Collection[int]) -> dict[int, str]:
    """Letter -> the office that it was written to, in words; in one query, and in none where there are no letters."""
    rows = Delivery.objects.filter(letter__in=letters, is_copy=False).select_related("target__office")
    return {row.letter_id: str(row.target.office) for row in rows if row.letter_id}
