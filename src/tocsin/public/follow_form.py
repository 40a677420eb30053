"""What the list for the next appeal must know: a mailbox, and in which language to write to it."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tocsin.delivery.typed import LONGEST_EMAIL, LONGEST_NAME, NO_ADDRESS, clean_email, clean_name
from tocsin.look.languages import codes
from tocsin.public.countries import country_choices
from tocsin.public.language_names import language_name
from tocsin.public.trap import TrappedForm
from tocsin.supporters.take_part import Person


class FollowForm(TrappedForm):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=LONGEST_EMAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Please give the address that we shall write to."),
            "invalid": NO_ADDRESS,
        },
    )
    country = forms.ChoiceField(
        label=_("Country where you live"),
        choices=lambda: [("", _("Choose")), *country_choices(get_language() or "en")],
        error_messages={"required": _("Please choose the country.")},
    )
    language = forms.ChoiceField(
        label=_("We write to you in"),
        choices=lambda: [(code, language_name(code)) for code in codes()],
        initial=lambda: get_language() or "en",
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    wants = forms.BooleanField(
        label=_("Yes, write to me when a new appeal opens"),
        error_messages={"required": _("Without this tick we do not write to you.")},
    )

    def clean_name(self) -> str:
        typed = self.cleaned_data["name"]
        return clean_name(typed) if typed else ""

    def clean_email(self) -> str:
        return clean_email(self.cleaned_data["email"])

    def person(self) -> Person:
        """Of a form that was found valid."""
        given = self.cleaned_data
        return Person(given["name"], given["email"], given["country"], given["language"])
