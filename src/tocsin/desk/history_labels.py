"""What the columns of a record are called in its history, where the model itself has no words for them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from tocsin.actions.asks.gather.day_words import CALLED
from tocsin.actions.asks.gather.gathering_form import GatheringForm
from tocsin.actions.asks.gather.report_form import ReportForm

from .day_form import DayForm

_OF_A_GATHERING = {
    name: field.label for form in (GatheringForm, ReportForm) for name, field in form.base_fields.items()
}
COLUMNS: dict[str, dict[str, Any]] = {
    "accreditation": {
        "serves": _("Country"),
        "source": _("Source"),
        "source_date": _("date of the source"),
        "valid_from": _("since"),
        "valid_to": _("until"),
    },
    "assessment": {"cites": _("It rests on"), "may_be_shown": _("may be shown")},
    "action": {"state": _("State"), **{n: DayForm.base_fields[column].label for n, column in CALLED.items()}},
    "gathering": {
        **_OF_A_GATHERING,
        "state": _("State"),
        "reason": _("Why"),
        "report_state": _("How many came"),
    },
    "judgement": {"verdict": _("What was judged"), "why": _("Why"), "ended_at": _("taken back")},
    "reliablesource": {"why": _("Why"), "ended_at": _("taken back")},
    "repeatjudgement": {"kind": _("What was judged"), "ended_at": _("taken back")},
    "update": {"state": _("State"), "with_note": _("The note for the cell")},
}
# Lists that stand for rows of their own.
LISTS = {
    "demands": _("demands"),
    "asks": _("asks"),
    "targets": _("offices"),
    "capacities": _("as what offices are written to"),
}


def column_words(kind: str, name: str) -> str:
    """Empty where the model has its own words."""
    return str(COLUMNS.get(kind, {}).get(name) or LISTS.get(name, ""))
