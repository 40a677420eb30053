"""The form by which a member says which letters she means."""

from dataclasses import replace
from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from tocsin.delivery.taken_out.rule import CONFIRMED, UNCONFIRMED, Rule


def _moment() -> forms.DateTimeInput:
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class RuleForm(forms.Form):
    """All times are in UTC, as everywhere at the desk."""

    domain = forms.CharField(
        label=_("From mailboxes at"),
        required=False,
        max_length=250,
        widget=forms.TextInput(
            attrs={"placeholder": "mail.example", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    words = forms.CharField(label=_("With these words in the letter"), required=False, max_length=300)
    since = forms.DateTimeField(label=_("Written since (UTC)"), required=False, widget=_moment())
    until = forms.DateTimeField(label=_("Written until (UTC)"), required=False, widget=_moment())
    who = forms.ChoiceField(
        label=_("Confirmed or not"),
        required=False,
        choices=[
            ("", _("both")),
            (CONFIRMED, _("confirmed from the mailbox")),
            (UNCONFIRMED, _("not confirmed")),
        ],
    )
    only_repeats = forms.BooleanField(
        label=_("Only repeats: all but the first letter of each mailbox to each office"), required=False
    )
    like = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_domain(self) -> str:
        """Whoever pastes a whole address means its domain."""
        return str(self.cleaned_data["domain"]).rpartition("@")[2].strip().casefold()

    def rule(self, now: datetime) -> Rule:
        """Of a valid form. Without an end it ends now, so that what is seen is what is meant."""
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return replace(Rule(until=now), **given)
