"""The judgement that two are not one, which is remembered: nobody is asked again. And that it cannot be told yet."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member

from .errors import CannotChange
from .judge import judged, pair_of, standing_on
from .models import Judgement, JudgementVerdict, Subject
from .settle_same import Standing


@transaction.atomic
def judge_apart(
    one: Subject, other: Subject, by: Member | None, score: float | None = None, why: str = ""
) -> Judgement:
    """Says that two are not one. Raises CannotChange where they are one through others."""
    return _not_joined(one, other, JudgementVerdict.APART, by, score, why)


@transaction.atomic
def judge_unsure(
    one: Subject, other: Subject, by: Member | None, score: float | None = None, why: str = ""
) -> Judgement:
    """Says that it cannot be told yet: the pair waits below the others, and is asked about again once claims change."""
    return _not_joined(one, other, JudgementVerdict.UNSURE, by, score, why)


def _not_joined(
    one: Subject, other: Subject, verdict: JudgementVerdict, by: Member | None, score: float | None, why: str
) -> Judgement:
    pair = pair_of(one, other, by)
    joined_directly = any(j.verdict == JudgementVerdict.SAME for j in standing_on(pair))
    made = judged(pair, verdict, by, score, why)
    if Standing(pair.case).are_one(one.pk, other.pk):
        through = _("These two are joined through others. Undo one of those judgements first.")
        last = _("The two are joined through others too. Undo those judgements first.")
        raise CannotChange(last if joined_directly else through)
    return made
