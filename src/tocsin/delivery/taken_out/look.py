"""What a rule would take out, before anybody does it: how many, and a few to look at."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet
from django.utils.text import Truncator

from tocsin.actions.models import Action
from tocsin.delivery.models import Delivery
from tocsin.delivery.states import DeliveryState

from .left import had_left
from .rule import Rule, meant

SAMPLE = 12
FIRST_WORDS = 220


@dataclass(frozen=True)
class Specimen:
    """A letter as a person must see it to judge: without its writer's name, and of her address the domain alone."""

    key: int
    at: datetime
    domain: str
    country: str
    language: str
    state: str
    subject: str
    words: str


@dataclass(frozen=True)
class Look:
    """`counted` stand in the public count, `had_left` of these are with the office; `under_way` leave at this moment."""

    letters: int
    counted: int
    had_left: int
    under_way: int
    unconfirmed: int
    copies: int
    sample: Sequence[Specimen]


def look(action: Action, rule: Rule) -> Look:
    rows = meant(action, rule)
    own = rows.filter(is_copy=False)
    by_state = Counter(dict(own.order_by().values_list("state").annotate(n=Count("pk"))))
    letters, unconfirmed = by_state.total(), by_state[DeliveryState.UNCONFIRMED]
    return Look(
        letters=letters,
        counted=letters - unconfirmed,
        had_left=own.filter(had_left()).count(),
        under_way=by_state[DeliveryState.SENDING],
        unconfirmed=unconfirmed,
        copies=rows.filter(is_copy=True).count(),
        sample=_spread(own),
    )


def _spread(rows: QuerySet[Delivery]) -> list[Specimen]:
    """From the first to the last of them, at even distances."""
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    few = sorted({keys[number * (len(keys) - 1) // (SAMPLE - 1)] for number in range(SAMPLE)}) if keys else []
    found = Delivery.objects.filter(pk__in=few).select_related("letter__supporter").order_by("pk")
    return [specimen for row in found if (specimen := _specimen(row))]


def _specimen(row: Delivery) -> Specimen | None:
    if row.letter is None:
        return None
    writer = row.letter.supporter
    return Specimen(
        key=row.letter.pk,
        at=row.letter.created_at,
        domain=writer.email.rpartition("@")[2],
        country=writer.country,
        language=row.letter.language,
        state=row.get_state_display(),
        subject=row.letter.subject,
        words=Truncator(row.letter.body).chars(FIRST_WORDS),
    )
