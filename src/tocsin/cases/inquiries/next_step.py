"""The next step after the attempts at one office, by the table of `steps`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tocsin.cases.models import Inquiry, InquiryOutcome
from tocsin.language.dates import find_dates
from tocsin.language.lexicon import languages, lexicon
from tocsin.language.reckoning import anchor_of
from tocsin.language.zones import clock

from .local_time import office_zone
from .steps import STEPS, Step


@dataclass(frozen=True)
class NextStep:
    """What to do on which day, and why; `after` is the attempt that it follows from."""

    after: Inquiry
    what: Any
    why: Any
    due_on: date


def next_step(inquiries: Sequence[Inquiry]) -> NextStep | None:
    """From the attempts at one office, oldest first; None where there is none."""
    if not inquiries:
        return None
    last = inquiries[-1]
    step = next(s for s in STEPS if _fits(s, inquiries))
    asked_on = last.asked_at.astimezone(clock(office_zone(last.case, last.office))).date()
    named = named_day(last.said, asked_on) if last.outcome == InquiryOutcome.CALL_BACK else None
    return NextStep(last, step.what, step.why, named or asked_on + timedelta(days=step.days))


def named_day(said: str, asked_on: date) -> date | None:
    """The day after `asked_on` that the words name ("on Monday", "завтра"), in any language that the reader knows."""
    anchor = anchor_of(asked_on.isoformat())
    for language in sorted(languages()):
        for found in find_dates(said, lexicon(language), anchor, planned=True):
            if found.has_day and not found.year_is_unknown and "/" not in found.edtf:
                day = date.fromisoformat(found.edtf.rstrip("?~%"))
                if day > asked_on:
                    return day
    return None


def _fits(step: Step, inquiries: Sequence[Inquiry]) -> bool:
    last, latest = inquiries[-1], inquiries[-step.tries :]
    kind = last.office.kind if last.office else ""
    in_a_row = len(latest) == step.tries and all(i.outcome in step.outcomes for i in latest)
    return in_a_row and (not step.kinds or kind in step.kinds)
