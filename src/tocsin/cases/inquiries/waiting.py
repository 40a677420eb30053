"""Days without an answer: since the last answer, or since the first attempt where there was none.

An answer is an attempt with the outcome "answered". Who refuses, hangs up or sends on has not answered.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tocsin.cases.models import Inquiry, InquiryOutcome


@dataclass(frozen=True)
class Waiting:
    """`since` is the day of the last answer (`is_answered`) or of the first attempt; `tries` counts attempts since."""

    days: int
    since: date
    is_answered: bool
    tries: int


def waiting(inquiries: Iterable[Inquiry], zone: ZoneInfo, now: datetime) -> Waiting | None:
    """None where nobody has asked yet. Days are those of the calendar, by the clock of `zone`."""
    asked = sorted((i for i in inquiries if i.withdrawn_at is None), key=lambda i: (i.asked_at, i.pk))
    if not asked:
        return None
    answers = [place for place, i in enumerate(asked) if i.outcome == InquiryOutcome.ANSWERED]
    start = answers[-1] if answers else 0
    since = asked[start].asked_at.astimezone(zone).date()
    tries = len(asked) - start - len(answers[-1:])
    return Waiting(max(0, (now.astimezone(zone).date() - since).days), since, bool(answers), tries)
