"""What waits to be judged in a case, and which judgements stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from .models import Case, Judgement, SameProposal
from .settle_same import Standing

Pair = tuple[int, int, int]  # proposal, left, right


@dataclass(frozen=True)
class Waiting:
    """`shown` are the first of them; `unsure` are the keys of those that somebody could not tell; `count` is of all."""

    shown: list[SameProposal]
    unsure: frozenset[int]
    count: int


def waiting(case: Case, most: int | None = None) -> Waiting:
    """Pairs that look like one and that nobody judged, the likest first; those nobody could tell come last.

    Of pairs that ask the same question, because their subjects were joined meanwhile, the likest is kept.
    """
    standing = Standing(case)
    open_pairs = _open(_pairs(case), standing)
    unsure = {pk for pk, left, right in open_pairs if standing.is_unsure(left, right)}
    order = sorted((pk for pk, _left, _right in open_pairs), key=lambda pk: pk in unsure)
    first = order[:most]
    loaded = SameProposal.objects.select_related("left", "right").in_bulk(first)
    return Waiting([loaded[pk] for pk in first], frozenset(unsure & set(first)), len(order))


def count_waiting(case: Case) -> int:
    """How many pairs wait for a first word."""
    standing = Standing(case)
    if standing.is_empty:
        return SameProposal.objects.filter(left__case=case).count()
    return sum(not standing.is_unsure(left, right) for _pk, left, right in _open(_pairs(case), standing))


def _pairs(case: Case) -> Iterable[Pair]:
    """The likest first; their rows are left in the database."""
    proposals = SameProposal.objects.filter(left__case=case).order_by("-score", "pk")
    return proposals.values_list("pk", "left_id", "right_id")


def _open(pairs: Iterable[Pair], standing: Standing) -> list[Pair]:
    asked: set[frozenset[frozenset[int]]] = set()
    found = []
    for pk, left, right in pairs:
        one, other = standing.of(left), standing.of(right)
        question = frozenset((one, other))
        if one != other and question not in asked and not standing.kept_apart(left, right):
            asked.add(question)
            found.append((pk, left, right))
    return found


def standing_judgements(case: Case) -> QuerySet[Judgement]:
    """The judgements that hold, the latest first."""
    rows = Judgement.objects.filter(left__case=case, ended_at__isnull=True)
    return rows.select_related("left", "right", "judged_by").order_by("-judged_at", "-pk")
