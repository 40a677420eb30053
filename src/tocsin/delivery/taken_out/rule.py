"""Which letters of an action a person means: everything that she gives must hold of a letter."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Case, F, Q, QuerySet, When, Window
from django.db.models.functions import RowNumber
from django.utils.dateparse import parse_datetime

from tocsin.actions.models import Action
from tocsin.delivery.models import Delivery, Letter
from tocsin.delivery.states import DeliveryState

CONFIRMED, UNCONFIRMED = "confirmed", "unconfirmed"


@dataclass(frozen=True)
class Rule:
    """`until` is always given, so that what was looked at stays what is meant, however many more come in.

    `domain` is of the writers' mailboxes; `words` stand in the letter; `like` is a letter, by its key, whose text is
    the very same; `who` CONFIRMED, UNCONFIRMED or both; `only_repeats` leaves the first letter of each mailbox to
    each office alone.
    """

    until: datetime
    since: datetime | None = None
    domain: str = ""
    words: str = ""
    like: int | None = None
    who: str = ""
    only_repeats: bool = False

    @property
    def says_something(self) -> bool:
        """Whether it means fewer than all letters."""
        return self != Rule(self.until)

    def plain(self) -> dict[str, Any]:
        """As it is stored."""
        times = {"until": self.until.isoformat(), "since": self.since.isoformat() if self.since else ""}
        return {**asdict(self), **times}


def rule_of(plain: dict[str, Any]) -> Rule:
    """The rule that `plain` gave. Raises ValueError and TypeError for anything else."""
    until, since = parse_datetime(plain["until"]), parse_datetime(plain["since"])
    if until is None:
        raise ValueError("a rule ends at a time")
    return replace(Rule(**plain), until=until, since=since)


def meant(action: Action, rule: Rule) -> QuerySet[Delivery]:
    """The letters, and the copies of them, that are not taken out yet. What is erased is beyond any rule."""
    rows = Delivery.objects.filter(action=action, letter__in=_letters(action, rule))
    return rows.exclude(state=DeliveryState.TAKEN_OUT)


def _letters(action: Action, rule: Rule) -> QuerySet[Letter]:
    """None of this changes when a letter is taken out: a second look finds the same ones."""
    rows = Letter.objects.filter(action=action, created_at__lte=rule.until)
    if rule.since:
        rows = rows.filter(created_at__gte=rule.since)
    if rule.domain:
        rows = rows.filter(supporter__email__iendswith=f"@{rule.domain}")
    if rule.words:
        rows = rows.filter(Q(subject__icontains=rule.words) | Q(body__icontains=rule.words))
    if rule.like:
        rows = rows.filter(body__in=Letter.objects.filter(pk=rule.like, action=action).values("body"))
    if rule.who:
        rows = rows.filter(supporter__confirmed_at__isnull=rule.who == UNCONFIRMED)
    return rows.filter(pk__in=_repeats(action).values("letter")) if rule.only_repeats else rows


def _repeats(action: Action) -> QuerySet[Delivery]:
    """Of several letters of one mailbox to one office all but one: the confirmed one stays, or else the first."""
    unconfirmed = Case(When(voice="", then=1), default=0)
    place = Window(
        RowNumber(),
        partition_by=[F("target"), F("letter__supporter__fingerprint")],
        order_by=[unconfirmed, F("pk")],
    )
    own = Delivery.objects.filter(action=action, is_copy=False, letter__isnull=False).order_by()
    return own.annotate(place=place).filter(place__gt=1)
