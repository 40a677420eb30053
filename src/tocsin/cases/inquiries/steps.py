"""What to do after an attempt: a table of plain rules, the first that fits counts. No rule of law: practice of solidarity work.

`outcomes`: after which outcome. `kinds`: of which kind of office; empty for any. `tries`: after how many attempts in a row with
such an outcome at this office. `days`: when to be reminded, from the day of the attempt.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from tocsin.cases.models import InquiryOutcome as After
from tocsin.directory.models import OfficeKind as Of


@dataclass(frozen=True)
class Step:
    outcomes: frozenset[str]
    what: Any
    why: Any
    days: int
    kinds: frozenset[str] = frozenset()
    tries: int = 1


def _step(outcomes: Collection[str], what: Any, why: Any, days: int, kinds: Any = (), tries: int = 1) -> Step:
    return Step(frozenset(outcomes), what, why, days, frozenset(kinds), tries)


NOT_TOLD = {After.REFUSED, After.HUNG_UP}

STEPS = (
    _step(
        {After.WRONG_NUMBER},
        _("Confirm the number: look it up on the office’s own site"),
        _("The number does not work, so no further call can succeed."),
        days=1,
    ),
    _step(
        {After.CALL_BACK},
        _("Ask again, as they said"),
        _("They told us to ask again later."),
        days=1,
    ),
    _step(
        {After.SENT_ON},
        _("Ask the office that they named"),
        _("They say that another office is responsible. Its answer shows whether that is so."),
        days=1,
    ),
    _step(
        NOT_TOLD,
        _("Ask the prosecutor"),
        _("The police would not say. The prosecutor supervises whom the police hold."),
        days=1,
        kinds={Of.POLICE},
    ),
    _step(
        NOT_TOLD,
        _("Ask the prosecutor"),
        _("The prison would not say. The prosecutor supervises places of detention."),
        days=1,
        kinds={Of.PRISON},
    ),
    _step(
        NOT_TOLD,
        _("Ask the ombudsman, and the prosecutor of the next higher level"),
        _("The prosecutor would not say. A complaint goes one level up."),
        days=2,
        kinds={Of.PROSECUTOR},
    ),
    _step(
        NOT_TOLD,
        _("Ask the court’s office in writing for the date of the next hearing"),
        _("What a court has refused on the phone it may have to tell in writing."),
        days=2,
        kinds={Of.COURT},
    ),
    _step(
        NOT_TOLD,
        _("Ask the ministry at home"),
        _("The mission would not say. Its ministry gave it its orders, and can be asked itself."),
        days=2,
        kinds={Of.EMBASSY, Of.CONSULATE, Of.PERMANENT_MISSION, Of.REPRESENTATIVE_OFFICE},
    ),
    _step(
        NOT_TOLD,
        _("Ask in writing, and ask your own foreign ministry to ask"),
        _("A refusal on the phone leaves no trace; a letter and its missing answer do."),
        days=2,
    ),
    _step(
        {After.NO_ANSWER},
        _("Send a fax or a letter"),
        _("Nobody answered three times in a row. Something in writing leaves a trace."),
        days=1,
        tries=3,
    ),
    _step(
        {After.NO_ANSWER},
        _("Ring again at another hour"),
        _("Nobody answered. Offices often answer early in the morning or right after lunch."),
        days=1,
    ),
    _step(
        {After.WAITING},
        _("Ask by phone whether it has come in"),
        _("What was sent has not been answered for a week."),
        days=7,
    ),
    _step(
        {After.ANSWERED},
        _("Ask the same again"),
        _("An answer is worth checking: officials have changed their story from one call to the next."),
        days=3,
    ),
)
