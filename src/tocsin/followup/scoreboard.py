"""What each office did: letters that it got, answers, and days of silence since its server took the first one.

Asked when a page is rendered, never when it is read; each question is one grouped query over the rows of the action.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Min, Q, Sum
from django.utils import timezone

from tocsin.actions.models import Action, Target, TargetRole
from tocsin.cases.names import case_mask
from tocsin.delivery.models import Bundle, BundleKind, BundleState, Delivery
from tocsin.delivery.states import UNCOUNTED, DeliveryState
from tocsin.directory.said_here import said_here

from .models import Reply, ReplyState, Way


@dataclass(frozen=True)
class Score:
    """`letters`: confirmed ones to this office; `accepted`: of these, taken by its mail server, alone or together.

    `since` is the day of the first accepted letter, `answered_on` of the first answer; `share` is a part of 100 of
    the most letters that any office got.
    """

    target: int
    office: str
    letters: int = 0
    accepted: int = 0
    answers: int = 0
    since: date | None = None
    answered_on: date | None = None
    share: int = 0
    share_accepted: int = 0

    def silent_days(self, today: date) -> int | None:
        """Days without an answer, up to the first one; None where no server has taken a letter yet."""
        if self.since is None:
            return None
        return max(((self.answered_on or today) - self.since).days, 0)


@dataclass(frozen=True)
class _Row:
    """Of one target: how many, how many of these a server took, and when the first."""

    number: int = 0
    taken: int = 0
    first: datetime | None = None


@dataclass(frozen=True)
class Counted:
    """By target: single letters, answers, and letters that went together. The same in every language of a page."""

    letters: dict[int, _Row]
    answers: dict[int, _Row]
    together: dict[int, _Row]


def count(action: Action) -> Counted:
    return Counted(_letters(action), _answers(action), _together(action))


def scoreboard(action: Action, counted: Counted | None = None) -> list[Score]:
    """The offices that are written to, in the action's order; names that the case withholds are out."""
    counted = counted or count(action)
    most = max((row.number for row in counted.letters.values()), default=0) or 1
    mask = case_mask(action.case)
    targets = action.targets.filter(role=TargetRole.TARGET).select_related("office")

    def score(target: Target) -> Score:
        letters, came = counted.letters.get(target.pk, _Row()), counted.answers.get(target.pk, _Row())
        bundled = counted.together.get(target.pk, _Row())
        accepted = letters.taken + bundled.number
        return Score(
            target=target.pk,
            office=mask.text(said_here(target.office)),
            letters=letters.number,
            accepted=accepted,
            answers=came.number,
            since=_first_day(letters.first, bundled.first),
            answered_on=_first_day(came.first),
            share=_part(letters.number, most),
            share_accepted=_part(accepted, most),
        )

    return [score(target) for target in targets]


def scores_told(action: Action, counted: Counted | None = None) -> list[tuple[Score, int | None]]:
    """What the public sees: offices that got letters or answered, each with its days of silence until today."""
    today = timezone.localdate()
    told = [score for score in scoreboard(action, counted) if score.letters or score.answers]
    return [(score, score.silent_days(today)) for score in told]


def silent_days(action: Action, on: date | None = None) -> int | None:
    """For how many days nobody has answered; None where no letter was taken yet, or somebody has answered."""
    scores = scoreboard(action)
    if any(score.answers for score in scores):
        return None
    days = [score.silent_days(on or timezone.localdate()) for score in scores]
    return max((each for each in days if each is not None), default=None)


def _letters(action: Action) -> dict[int, _Row]:
    rows = Delivery.objects.filter(action=action, is_copy=False).exclude(state__in=UNCOUNTED)
    taken = Q(state=DeliveryState.ACCEPTED)
    counted = (
        rows.order_by()
        .values_list("target")
        .annotate(number=Count("pk"), taken=Count("pk", filter=taken), first=Min("changed_at", filter=taken))
    )
    return {target: _Row(*row) for target, *row in counted}


def _together(action: Action) -> dict[int, _Row]:
    """Letters in bundles that a server took; a book or letters on paper say nothing of when they arrived."""
    rows = Bundle.objects.filter(action=action, kind=BundleKind.DIGEST, state=BundleState.ACCEPTED)
    found = rows.order_by().values_list("target").annotate(Sum("count"), Min("made_at"))
    return {target: _Row(number, number, first) for target, number, first in found}


def _answers(action: Action) -> dict[int, _Row]:
    """Not a mail that nobody has looked at: our seal says which letter it answers, not who wrote it."""
    rows = Reply.objects.filter(action=action, is_automatic=False).exclude(state=ReplyState.DISMISSED)
    seen = rows.exclude(state=ReplyState.NEW, way=Way.MAIL)
    found = seen.order_by().values_list("target").annotate(Count("pk"), Min("came_at"))
    return {target: _Row(number, first=first) for target, number, first in found}


def _first_day(*moments: datetime | None) -> date | None:
    given = [moment for moment in moments if moment]
    return timezone.localdate(min(given)) if given else None


def _part(number: int, most: int) -> int:
    """At least one where there is any: a bar that can be seen."""
    return max(round(100 * number / most), 1) if number else 0
