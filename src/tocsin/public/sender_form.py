"""What we must know of a supporter to send her letter: a name and a mailbox."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tocsin.delivery.typed import LONGEST_EMAIL, LONGEST_NAME, NO_ADDRESS, clean_email, clean_name
from tocsin.public.trap import TrappedForm


class SenderForm(TrappedForm):
    name = forms.CharField(
        label=_("Your name"),
        help_text=_("It stands under the letter, and the office sees it."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Please give the name that shall stand under your letter.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("We write to it, so that you can confirm, and again only if your letter comes back."),
        max_length=LONGEST_EMAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Please give your e-mail address: without it you cannot confirm."),
            "invalid": NO_ADDRESS,
        },
    )
    answers = forms.ChoiceField(
        label=_("May the office answer you?"),
        required=False,
        choices=(
            ("yes", _("Yes, to my address: the office sees it")),
            ("no", _("No: my address is not told to anybody")),
        ),
        initial="yes",
        widget=forms.RadioSelect,
    )

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])

    def clean_email(self) -> str:
        return clean_email(self.cleaned_data["email"])
