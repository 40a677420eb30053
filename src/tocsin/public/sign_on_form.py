"""What an organisation tells of itself to sign on."""

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tocsin.actions.asks.sign_on.domains import web_domain
from tocsin.actions.asks.sign_on.fold import fold
from tocsin.actions.asks.sign_on.sign_on import Signing
from tocsin.actions.models import EndorserKind
from tocsin.delivery.typed import LONGEST_EMAIL, LONGEST_NAME, NO_ADDRESS, clean_email, clean_name
from tocsin.public.countries import country_choices
from tocsin.public.trap import TrappedForm

# All trade unionists of the world are fewer.
MOST_MEMBERS = 1_000_000_000


class SignOnForm(TrappedForm):
    organisation = forms.CharField(
        label=_("Name of your organisation"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": _("Please give the name of your organisation.")},
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("organisation", "What it is"),
        choices=EndorserKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please say what kind of organisation it is.")},
    )
    country = forms.ChoiceField(
        label=_("Country where it has its seat"),
        choices=lambda: [("", _("Choose")), *country_choices(get_language() or "en")],
        error_messages={"required": _("Please choose the country.")},
    )
    members_count = forms.IntegerField(
        label=_("Members that it represents"),
        required=False,
        min_value=1,
        max_value=MOST_MEMBERS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("A number, or nothing. The list says that you say so."),
        error_messages={"invalid": _("Please give a whole number, such as 1200, or leave it empty.")},
    )
    decided_by = forms.CharField(
        label=_("Who decided that it signs"),
        max_length=200,
        help_text=_("The body, not a person: “executive committee”, “congress of 2026”. Public."),
        error_messages={"required": _("Please say which body of your organisation decided this.")},
    )
    signed_by = forms.CharField(
        label=_("Your office in it"),
        max_length=120,
        help_text=_("“General secretary”, “editor”. Public, without your name."),
        error_messages={"required": _("Please give your office in the organisation.")},
    )
    domain = forms.CharField(
        label=_("Its web site"),
        max_length=300,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Please give its web site, such as union.example.")},
    )
    contact_name = forms.CharField(
        label=_("Your name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("Only those who run this action see it."),
        error_messages={"required": _("Please give your name. It is not shown.")},
    )
    contact_email = forms.EmailField(
        label=_("Your e-mail address at the organisation"),
        max_length=LONGEST_EMAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_(
            "At the domain of its web site, if you have one: then your press on a button is enough. With another "
            "address a person here has to ask your organisation first. It is not shown."
        ),
        error_messages={"required": _("Please give your e-mail address."), "invalid": NO_ADDRESS},
    )

    def clean_organisation(self) -> str:
        name = _one_line(self.cleaned_data["organisation"])
        if not fold(name) or "://" in name or "@" in name:
            raise forms.ValidationError(_("Please give its name, not an address."))
        return name

    def clean_decided_by(self) -> str:
        return _one_line(self.cleaned_data["decided_by"])

    def clean_signed_by(self) -> str:
        return _one_line(self.cleaned_data["signed_by"])

    def clean_domain(self) -> str:
        found = web_domain(self.cleaned_data["domain"])
        if not found:
            raise forms.ValidationError(_("This does not look like a web site. Is a part of it missing?"))
        return found

    def clean_contact_name(self) -> str:
        return clean_name(self.cleaned_data["contact_name"])

    def clean_contact_email(self) -> str:
        return clean_email(self.cleaned_data["contact_email"])

    def signing(self) -> Signing:
        """Of a form that was found valid."""
        return Signing(**self.cleaned_data, language=get_language() or "en")


def _one_line(text: str) -> str:
    return " ".join(text.split())
