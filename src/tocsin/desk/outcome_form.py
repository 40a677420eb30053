"""The form that records an outcome: what happened, on which day, known from where, and what follows."""

from django import forms
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action, ActionState, TargetRole
from tocsin.cases.models import Inquiry
from tocsin.delivery.models import Delivery
from tocsin.delivery.states import UNCOUNTED
from tocsin.directory.models import Office
from tocsin.followup.models import Effect, OutcomeKind
from tocsin.followup.outcomes.record_outcome import Told
from tocsin.reports.label import report_label
from tocsin.reports.models import Report
from tocsin.reports.queries import BULK

from .long_select import LongSelect
from .office_boxes import OfficeBoxes

# What may follow, by the state of the action.
FOLLOWS = {
    ActionState.PUBLISHED: (Effect.KEEPS, Effect.CLOSES, Effect.ESCALATES),
    ActionState.CLOSED: (Effect.KEEPS, Effect.REOPENS),
}


class OutcomeForm(forms.Form):
    kind = forms.ChoiceField(label=_("What happened"), choices=OutcomeKind.choices)
    happened_on = forms.DateField(
        label=_("On which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    text = forms.CharField(
        label=_("In a sentence"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    report = forms.ModelChoiceField(
        label=_("A report of the case"), queryset=Report.objects.none(), required=False, widget=LongSelect
    )
    inquiry = forms.ModelChoiceField(
        label=_("An inquiry"), queryset=Inquiry.objects.none(), required=False, widget=LongSelect
    )
    link = forms.URLField(label=_("A link"), required=False, max_length=500, assume_scheme="https")
    effect = forms.ChoiceField(label=_("What follows"))
    offices = forms.ModelMultipleChoiceField(
        label=_("The offices that are written to next"),
        queryset=Office.objects.none(),
        required=False,
        widget=OfficeBoxes,
    )

    def __init__(self, action: Action, data: QueryDict | None = None) -> None:
        initial = {"happened_on": timezone.localdate(), "effect": Effect.KEEPS}
        super().__init__(data, initial=initial)
        of = {
            "report": action.case.reports.defer(*BULK),
            "inquiry": action.case.inquiries.filter(withdrawn_at=None),
            "offices": next_offices(action),
        }
        for name, rows in of.items():
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows
        self.fields["report"].widget.choices = [("", "---------"), *_labels(action)]
        effect = self.fields["effect"]
        if isinstance(effect, forms.ChoiceField):
            effect.choices = [(e.value, e.label) for e in FOLLOWS.get(ActionState(action.state), ())]

    def told(self) -> Told:
        """Of a valid form."""
        return Told(**{**self.cleaned_data, "offices": list(self.cleaned_data["offices"])})


def _labels(action: Action) -> list[tuple[int, str]]:
    return [(report.pk, report_label(report)) for report in action.case.reports.defer(*BULK)]


def next_offices(action: Action) -> QuerySet[Office]:
    """Offices that may be written to next, those above all countries first, then by name.

    They are of the case's country, in it or above all, or addressed already; but nobody has written to them yet.
    """
    written = Delivery.objects.filter(target=OuterRef("pk")).exclude(state__in=UNCOUNTED)
    waiting = action.targets.filter(~Exists(written), role=TargetRole.TARGET).values("office")
    country = action.case.country
    near = Q(of_country=country) | Q(in_country=country) | Q(of_country="")
    beside = near & ~Q(pk__in=action.targets.values("office"))
    above_all = Case(When(of_country="", then=0), default=1)
    return Office.objects.filter(beside | Q(pk__in=waiting)).order_by(above_all, "name", "pk")
