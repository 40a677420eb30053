"""The form that names whom money goes to."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tocsin.actions.asks.donate.name_cause import CauseWords


class CauseForm(forms.Form):
    owner = forms.CharField(label=_("Who receives the money"), max_length=200)
    purpose = forms.CharField(label=_("What it is for"), max_length=300)
    url = forms.URLField(
        label=_("Their page for it"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Begins with https://."),
    )
    account = forms.CharField(
        label=_("Or bank details"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text=_("As they are to be printed: bank, account, name."),
    )
    source = forms.CharField(
        label=_("Where you found it"),
        max_length=500,
        help_text=_("A page of the owner’s own, a letter, a call."),
    )

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        if url and not url.startswith("https://"):
            raise forms.ValidationError(
                _("Only an address that begins with https:// is shown: money is at stake.")
            )
        return url

    def clean(self) -> dict[str, Any] | None:
        given = self.cleaned_data
        if "url" in given and not (given["url"] or given.get("account")):
            raise forms.ValidationError(_("Give a page or bank details."))
        return given

    def words(self) -> CauseWords:
        """Of a valid form."""
        return CauseWords(**self.cleaned_data)
