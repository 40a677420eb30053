"""What we must know of a supporter to send her letter: a name and a mailbox."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tocsin.post.header_words import HeaderRefused, address, phrase
from tocsin.public.against_abuse.stamp import new_stamp, read_stamp


class SenderForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        help_text=_("It stands under the letter, and the office sees it."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Please give the name that shall stand under your letter.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("We write to it once, so that you can confirm. The office answers to it."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Please give your e-mail address: without it you cannot confirm."),
            "invalid": _("This does not look like an e-mail address. Is a part of it missing?"),
        },
    )
    # People leave it empty, since they do not see it; programs fill it in.
    website = forms.CharField(required=False, label=_("Leave this empty"))
    stamp = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    solved = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if "://" in name or "@" in name:
            raise forms.ValidationError(_("Please give a name, not an address."))
        return _sendable(name, phrase, _("This name holds a character that mail cannot carry."))

    def clean_email(self) -> str:
        wrong = self.fields["email"].error_messages["invalid"]
        return _sendable(self.cleaned_data["email"], address, wrong)

    @property
    def page_stamp(self) -> str:
        """The stamp that came with the form, or a new one where it came with none that holds."""
        given = str(self.data.get("stamp", ""))
        return given if read_stamp(given) else new_stamp()

    @property
    def is_a_program(self) -> bool:
        return bool(self.data.get("website"))


def _sendable(value: str, encode: Any, sentence: Any) -> str:
    try:
        encode(value)
    except HeaderRefused:
        raise forms.ValidationError(sentence) from None
    return value
