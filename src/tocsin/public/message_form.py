"""Words of solidarity, and the little that stands below them."""

import re
from functools import cache

from babel import Locale
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tocsin.actions.asks.messages.models import LONGEST
from tocsin.actions.asks.messages.send_message import Words
from tocsin.delivery.typed import clean_name, plain_body
from tocsin.public.countries import country_choices
from tocsin.public.language_names import language_name
from tocsin.public.trap import TrappedForm

# An address of the web or of mail, or a number to call: none of them is solidarity.
_ADDRESS = re.compile(r"://|\bwww\.|\S@\S|\+?\d[\d ()/.-]{7,}\d")


@cache
def language_names() -> tuple[tuple[str, str], ...]:
    """(code, its own name) of the languages with a two-letter code of which CLDR knows the name, by name."""
    codes = [code for code in map(str, Locale("en").languages) if len(code) == 2]
    named = [(code, language_name(code)) for code in codes if language_name(code) != code]
    return tuple(sorted(named, key=lambda pair: pair[1].casefold()))


class MessageForm(TrappedForm):
    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("Write a few words, please."),
            "max_length": _("At most %(limit_value)d letters, please: yours has %(show_value)d."),
        },
    )
    language = forms.ChoiceField(
        label=_("Language of the message"), choices=language_names, initial=lambda: get_language() or "en"
    )
    first_name = forms.CharField(
        label=_("Your first name"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        help_text=_("The first name alone: it stands below your words."),
        error_messages={"required": _("Please give a first name, your own or another.")},
    )
    country = forms.ChoiceField(
        label=_("Country where you live"),
        choices=lambda: [("", _("Choose")), *country_choices(get_language() or "en")],
        error_messages={"required": _("Please choose the country.")},
    )

    def clean_text(self) -> str:
        text = plain_body(self.cleaned_data["text"]).strip()
        if _ADDRESS.search(text):
            raise forms.ValidationError(_("Please leave out addresses and numbers: only words go on."))
        return text

    def clean_first_name(self) -> str:
        name = clean_name(self.cleaned_data["first_name"])
        if " " in name:
            raise forms.ValidationError(_("The first name alone, please, in one word."))
        return name

    def words(self) -> Words:
        """Of a form that was found valid."""
        given = self.cleaned_data
        return Words(given["text"], given["first_name"], given["country"], given["language"])
