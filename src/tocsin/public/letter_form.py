"""The letter on its way through the pages: each page hands on the text as the supporter left it."""

from dataclasses import replace
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from tocsin.actions.capacity import Capacity
from tocsin.actions.models import Action
from tocsin.actions.view import LetterView
from tocsin.delivery.destination import Destination, choose, destinations
from tocsin.delivery.typed import LONGEST_BODY, LONGEST_SUBJECT, plain_body, plain_subject
from tocsin.directory.models import Channel, ContactPoint
from tocsin.public.countries import is_country
from tocsin.public.own_office import is_own_mailbox, own_offices


class LetterForm(forms.Form):
    """The letter and where it shall go."""

    country = forms.CharField(widget=forms.HiddenInput, max_length=2)
    to = forms.CharField(widget=forms.HiddenInput, max_length=20)
    language = forms.CharField(widget=forms.HiddenInput, max_length=20)
    # The short name of the organisation that brought her, if one did.
    by = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    subject = forms.CharField(
        label=_("Subject"),
        max_length=LONGEST_SUBJECT,
        error_messages={"required": _("The letter needs a subject.")},
    )
    body = forms.CharField(
        label=_("Your letter"),
        max_length=LONGEST_BODY,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={
            "required": _("The letter is empty. Write a few words, or go back to take the letter as it was."),
            "max_length": _("The letter is longer than %(limit_value)d characters. Shorten it, please."),
        },
    )

    address = forms.CharField(
        label=_("E-mail address of your member’s office"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, action: Action, *args: Any, **kwargs: Any) -> None:
        self.action = action
        self._destination: Destination | None = None
        super().__init__(*args, **kwargs)
        # A letter runs as its own language does, whichever way the page runs.
        for name in ("subject", "body"):
            self.fields[name].widget.attrs["dir"] = "auto"

    @property
    def destination(self) -> Destination:
        """Where the letter goes, of a form that was found valid; raises ValueError before."""
        if self._destination is None:
            raise ValueError("ask is_valid() first")
        return self._destination

    def clean_subject(self) -> str:
        return plain_subject(self.cleaned_data["subject"])

    def clean_body(self) -> str:
        body = plain_body(self.cleaned_data["body"])
        if not body.strip():
            raise forms.ValidationError(self.fields["body"].error_messages["required"])
        return body

    def clean(self) -> dict[str, Any] | None:
        country = self.cleaned_data.get("country", "")
        if not is_country(country) or country == self.action.case.country:
            raise forms.ValidationError(_("Choose the country where you live, please."))
        wanted = self.cleaned_data.get("to", "")
        found = choose(all_offices(self.action, country), wanted)
        if found is None or found.key != wanted:
            raise forms.ValidationError(_("This office cannot be written to any more. Choose again, please."))
        self._destination = self._at_typed_address(found)
        return self.cleaned_data

    def _at_typed_address(self, to: Destination) -> Destination:
        """With what she typed of her own member: an office in its public role, never a private mailbox. Not stored."""
        typed = str(self.cleaned_data.get("address", ""))
        is_asked = to.is_own and to.capacity == Capacity.PARLIAMENT
        if not typed or not is_asked or to.site is None:
            return to
        try:
            validate_email(typed)
        except forms.ValidationError as error:
            self.add_error("address", error)
        if not is_own_mailbox(to, typed):
            self.add_error(
                "address", _("Only an address at the parliament’s own site can be written to from here.")
            )
        return replace(to, email=ContactPoint(channel=Channel.EMAIL, value=typed))


def all_offices(action: Action, country: str) -> list[Destination]:
    """Those of the route, and the supporter's own government and parliament where the action has a letter to them."""
    found = destinations(action, country)
    return [*found, *own_offices(action, country, found)]


def first_form(action: Action, country: str, to: Destination, letter: LetterView, by: str = "") -> LetterForm:
    """The form with the letter as the action words it."""
    initial = {
        "country": country,
        "to": to.key,
        "language": letter.language,
        "subject": letter.subject,
        "body": letter.body,
        "by": by,
    }
    return LetterForm(action, initial=initial)
