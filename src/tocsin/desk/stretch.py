"""A stretch of a very long list: it begins where another ended, so that the last page comes as quickly as the first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from .typed_key import typed_key


@dataclass(frozen=True)
class Stretch:
    """`before` and `after` are the records at its ends, where the list goes on there; as the address names them."""

    rows: list[Any]
    before: int | None
    after: int | None

    @property
    def has_others(self) -> bool:
        return bool(self.before or self.after)


def stretch(
    rows: QuerySet[Any], time: str, given: Mapping[str, str], most: int, oldest_first: bool = False
) -> Stretch:
    """The rows after the record that `?after=` names, or before that of `?before=`; else the first.

    `rows` are ordered here: by the field `time`, and by their keys where it is the same.
    """
    ways = (time, "pk") if oldest_first else (f"-{time}", "-pk")
    ordered = rows.order_by(*ways)
    if (mark := _mark(rows, time, given.get("after", ""))) is not None:
        found = list(ordered.filter(_beyond(mark, time, later=oldest_first))[: most + 1])
        return _cut(found, most, is_begun=True)
    if (mark := _mark(rows, time, given.get("before", ""))) is not None:
        back = ordered.filter(_beyond(mark, time, later=not oldest_first)).reverse()[: most + 1]
        found = list(back)
        if len(found) > most:
            shown = found[:most][::-1]
            return Stretch(shown, shown[0].pk, shown[-1].pk)
    return _cut(list(ordered[: most + 1]), most, is_begun=False)


def _mark(rows: QuerySet[Any], time: str, key: str) -> tuple[Any, int] | None:
    """When the record was that the list goes on from, and its key."""
    if not key:
        return None
    return rows.model._default_manager.filter(pk=typed_key(key)).values_list(time, "pk").first()


def _beyond(mark: tuple[Any, int], time: str, later: bool) -> Q:
    """Said twice, so that an index over the time alone is enough to find the first of them."""
    at, key = mark
    way = "gt" if later else "lt"
    return Q(**{f"{time}__{way}e": at}) & (Q(**{f"{time}__{way}": at}) | Q(**{f"pk__{way}": key}))


def _cut(found: list[Any], most: int, is_begun: bool) -> Stretch:
    shown = found[:most]
    is_more = len(found) > most
    return Stretch(shown, shown[0].pk if shown and is_begun else None, shown[-1].pk if is_more else None)
