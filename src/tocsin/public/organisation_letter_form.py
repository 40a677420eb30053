"""The letter that an organisation sends itself, with what stands on its paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tocsin.delivery.typed import LONGEST_BODY, LONGEST_SUBJECT
from tocsin.letters.organisation import MOST_LINES
from tocsin.public.paper_lines import PaperLines


class OrganisationLetterForm(forms.Form):
    language = forms.CharField(widget=forms.HiddenInput, max_length=20)
    capacity = forms.CharField(widget=forms.HiddenInput, max_length=20, required=False)
    subject = forms.CharField(label=_("Subject"), max_length=LONGEST_SUBJECT)
    body = forms.CharField(
        label=_("Your letter"),
        max_length=LONGEST_BODY,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Change it as you like. Where it says “I”, your organisation may want to say “we”."),
    )
    place = forms.CharField(
        label=_("Place"),
        required=False,
        max_length=60,
        help_text=_("It stands before the date: the town of your seat."),
    )
    address = PaperLines(
        most_lines=MOST_LINES,
        rows=3,
        label=_("Below your organisation’s name"),
        help_text=_("Its address, so that the office can answer; at most four lines."),
    )
    name = forms.CharField(
        label=_("Who signs"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "With a name or without: room for the signature stays. The office reads it, we do not keep it."
        ),
    )
    office = forms.CharField(label=_("Office in the organisation"), max_length=120)
