"""The attempts at one office drawn as marks on a line, from the first until now."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tocsin.cases.models import Inquiry, InquiryOutcome

WIDTH, EDGE = 160, 8


@dataclass(frozen=True)
class Mark:
    """`x` in units of a line `WIDTH` long; `shape` is 'answered', 'refused' or 'open'."""

    x: float
    shape: str


@dataclass(frozen=True)
class Strip:
    marks: tuple[Mark, ...]
    words: str
    width: int = WIDTH


SHAPES = {
    InquiryOutcome.ANSWERED: "answered",
    InquiryOutcome.REFUSED: "refused",
    InquiryOutcome.HUNG_UP: "refused",
}


def strip(inquiries: Sequence[Inquiry], now: datetime) -> Strip:
    """Inquiries oldest first, at least one."""
    first = inquiries[0].asked_at
    whole = max((now - first).total_seconds(), 1)
    marks = (
        Mark(round(EDGE + (WIDTH - 2 * EDGE) * (i.asked_at - first).total_seconds() / whole, 1), _shape(i))
        for i in inquiries
    )
    return Strip(tuple(marks), _words(inquiries))


def _shape(inquiry: Inquiry) -> str:
    return SHAPES.get(InquiryOutcome(inquiry.outcome), "open")


def _words(inquiries: Sequence[Inquiry]) -> str:
    counts = Counter(InquiryOutcome(i.outcome) for i in inquiries)
    each = ", ".join(f"{outcome.label}: {n}" for outcome, n in counts.items())
    return _("Attempts from first to last. %(each)s") % {"each": each}
