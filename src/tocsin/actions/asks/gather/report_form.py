"""The form by which it is told how a gathering went, by its host on the public page and at the desk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .check import MOST
from .models import Gathering
from .report_back import LONGEST_WORDS


class ReportForm(forms.Form):
    turnout = forms.IntegerField(label=_("How many came"), min_value=0, max_value=MOST)
    told = forms.CharField(
        label=_("How it went, in a sentence"),
        help_text=_("Everybody reads it once the organisers have looked. No names, please."),
        max_length=LONGEST_WORDS,
        required=False,
    )


def report_told(gathering: Gathering) -> dict[str, object]:
    """What the form is filled from."""
    return {"turnout": gathering.turnout, "told": gathering.told}
