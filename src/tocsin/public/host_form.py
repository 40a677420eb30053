"""What a host tells: the gathering, and an address that nobody else sees."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tocsin.actions.asks.gather.gathering_form import GatheringForm
from tocsin.delivery.typed import LONGEST_EMAIL, NO_ADDRESS, clean_email
from tocsin.public.trap import TrappedForm


class HostForm(TrappedForm, GatheringForm):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_(
            "Never shown. We send your personal link to it, and erase it 14 days after the gathering."
        ),
        max_length=LONGEST_EMAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Please give your e-mail address: without it you cannot confirm."),
            "invalid": NO_ADDRESS,
        },
    )

    def clean_email(self) -> str:
        return clean_email(self.cleaned_data["email"])
