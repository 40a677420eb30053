"""The judgement that two people, groups or incidents of a case are one. Claims stay where they are; it can be undone."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member

from .errors import CannotChange
from .judge import Pair, judged, pair_of
from .models import Judgement, JudgementVerdict, Subject
from .settle_same import Standing


@transaction.atomic
def judge_same(
    one: Subject, other: Subject, by: Member | None, score: float | None = None, why: str = ""
) -> Judgement:
    """Says that two are one. Raises CannotChange for two of different kinds or cases, and for a contradiction."""
    pair = pair_of(one, other, by)
    standing = Standing(pair.case)
    if standing.are_one(one.pk, other.pk):
        raise CannotChange(_("These are one already."))
    _refuse_contradiction(pair, standing)
    return judged(pair, JudgementVerdict.SAME, by, score, why)


def _refuse_contradiction(pair: Pair, standing: Standing) -> None:
    """A “not the same” between the two gives way; one between others that they are one with does not."""
    both = {pair.left.pk, pair.right.pk}
    if any({*apart} != both for apart in standing.kept_apart(*both)):
        raise CannotChange(
            _(
                "One of these is joined to somebody or something that was judged not to be the other. Undo one of the two judgements first."
            )
        )
