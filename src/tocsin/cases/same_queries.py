"""What waits to be judged in a case, and which judgements stand."""

from collections.abc import Iterable

from django.db.models import QuerySet

from .models import Case, Judgement, SameProposal
from .settle_same import Standing


def waiting(case: Case) -> list[SameProposal]:
    """Pairs that look like one and that nobody judged, the likest first; those nobody could tell come last.

    Of pairs that ask the same question, because their subjects were joined meanwhile, the likest is kept.
    """
    proposals = (
        SameProposal.objects.filter(left__case=case).select_related("left", "right").order_by("-score", "pk")
    )
    standing = Standing(case)
    return sorted(_open(proposals, standing), key=lambda p: standing.is_unsure(p.left_id, p.right_id))


def count_waiting(case: Case) -> int:
    """How many pairs wait for a first word."""
    pairs = SameProposal.objects.filter(left__case=case).order_by("-score", "pk")
    standing = Standing(case)
    return sum(not standing.is_unsure(p.left_id, p.right_id) for p in _open(pairs, standing))


def _open(proposals: Iterable[SameProposal], standing: Standing) -> list[SameProposal]:
    asked: set[frozenset[frozenset[int]]] = set()
    found = []
    for proposal in proposals:
        one, other = standing.of(proposal.left_id), standing.of(proposal.right_id)
        question = frozenset((one, other))
        if (
            one != other
            and question not in asked
            and not standing.kept_apart(proposal.left_id, proposal.right_id)
        ):
            asked.add(question)
            found.append(proposal)
    return found


def standing_judgements(case: Case) -> QuerySet[Judgement]:
    """The judgements that hold, the latest first."""
    rows = Judgement.objects.filter(left__case=case, ended_at__isnull=True)
    return rows.select_related("left", "right", "judged_by").order_by("-judged_at", "-pk")
