"""The letter that an organisation sends itself, with what stands on its paper."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tocsin.delivery.typed import LONGEST_BODY, LONGEST_SUBJECT
from tocsin.letters.organisation import MOST_LINES, Letterhead
from tocsin.letters.paper import LONGEST_SENDER_LINE


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
    address = forms.CharField(
        label=_("Below your organisation’s name"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
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

    def clean_address(self) -> str:
        """What finds no room on the paper is said here, not cut there."""
        address: str = self.cleaned_data["address"]
        lines = Letterhead.lines_of(address)
        if len(lines) > MOST_LINES:
            said = gettext("At most %(most)d lines, please: yours has %(n)d.")
            raise forms.ValidationError(said % {"most": MOST_LINES, "n": len(lines)})
        for line in lines:
            if len(line) > LONGEST_SENDER_LINE:
                said = gettext("At most %(most)d letters in a line, please: this one has %(n)d: “%(line)s”")
                raise forms.ValidationError(
                    said % {"most": LONGEST_SENDER_LINE, "n": len(line), "line": line}
                )
        return address
