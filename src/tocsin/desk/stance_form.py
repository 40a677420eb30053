"""Where an organisation stands, and where that is known from."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tocsin.actions.asks.stances.models import StanceKind
from tocsin.actions.asks.stances.record_stance import Reported
from tocsin.actions.models import Action
from tocsin.reports.label import report_label
from tocsin.reports.models import Report


class ReportChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Report) -> str:
        return report_label(obj)


class StanceForm(forms.Form):
    prefix = "stance"

    organisation = forms.CharField(label=_("Organisation"), max_length=200)
    kind = forms.ChoiceField(label=pgettext_lazy("stance", "Where it stands"), choices=StanceKind.choices)
    words = forms.CharField(
        label=_("What it said or did, in short"), required=False, max_length=300, widget=forms.Textarea
    )
    said_on = forms.DateField(
        label=_("On which day"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    report = ReportChoice(Report.objects.none(), label=_("Source: a report of the case"), required=False)
    link = forms.URLField(label=_("Or a link"), required=False, max_length=500, assume_scheme="https")

    def __init__(self, action: Action, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["report"] = ReportChoice(
            action.case.reports.all(), label=_("Source: a report of the case"), required=False
        )

    def reported(self) -> Reported:
        """Of a form that was found valid."""
        return Reported(**self.cleaned_data)
