"""The forms of the action editor."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action, TargetRole
from tocsin.actions.put import ask_rows, demand_rows
from tocsin.actions.state import asks_of, demands_of
from tocsin.reports.codes import AskKind

SPARE_ROWS = 2
# Demands or asks as `state_of` tells them.
Rows = list[list[Any]]


class StoryForm(forms.ModelForm):
    class Meta:
        model = Action
        fields = ("title", "story", "organiser", "deadline")
        widgets = {
            "story": forms.Textarea(attrs={"rows": 8}),
            "deadline": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "title": _("One line that says what must happen to whom."),
            "story": _("What happened, in a few sentences. It stands first on the page, also on a phone."),
            "organiser": _("The name that the public reads as calling for this."),
            "deadline": _("On the day after it the action closes by itself."),
        }


class DemandForm(forms.Form):
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Demand"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    goes_into_letter = forms.BooleanField(label=_("goes into the letter"), required=False, initial=True)


DemandForms = forms.formset_factory(DemandForm, extra=SPARE_ROWS)


class AskForm(forms.Form):
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("What is asked"),
        required=False,
        choices=[("", _("– nothing, leave it out –")), *AskKind.choices],
    )
    audience = forms.CharField(label=_("Who is asked"), required=False, max_length=200)
    when = forms.CharField(label=_("When"), required=False, max_length=30)
    text = forms.CharField(label=_("In words"), required=False, max_length=500)


AskForms = forms.formset_factory(AskForm, extra=1)


class LetterForm(forms.Form):
    subject = forms.CharField(label=_("Subject"), max_length=200)
    body = forms.CharField(
        label=_("Letter"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 20}),
        help_text=_("Supporters can change every word of it before they send it."),
    )


class RoleForm(forms.Form):
    role = forms.ChoiceField(choices=TargetRole.choices)


def demand_forms(action: Action, data: Any = None, hers: Rows | None = None) -> Any:
    """The demands as rows to edit, with empty ones to add more; `hers` as `state_of` tells what waits."""
    stands = demands_of(action) if hers is None else hers
    rows = [
        {"pk": d.pk, "text": d.text, "goes_into_letter": d.goes_into_letter}
        for d in demand_rows(action, stands)
    ]
    return DemandForms(data, initial=rows, prefix="demands")


def ask_forms(action: Action, data: Any = None, hers: Rows | None = None) -> Any:
    """The asks as rows to edit, with an empty one to add more."""
    stands = asks_of(action) if hers is None else hers
    rows = [
        {"pk": a.pk, "kind": a.kind, "audience": a.audience, "when": a.when, "text": a.text}
        for a in ask_rows(action, stands)
    ]
    return AskForms(data, initial=rows, prefix="asks")
