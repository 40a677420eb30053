"""The forms by which a person vouches for a contact point."""

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.directory.models import Channel, Office
from tocsin.directory.queries import look_alikes

from .country_choices import country_choices
from .long_select import LongSelect


def today() -> str:
    return timezone.localdate().isoformat()


class SourceForm(forms.Form):
    """Where the address was checked, and of what date that source is."""

    source = forms.CharField(
        label=_("Where you checked it"),
        max_length=300,
        help_text=_("The office's own site, a call, a letterhead."),
    )
    source_date = forms.CharField(
        label=_("Date of that source"),
        max_length=10,
        initial=today,
        help_text=_("A day, month or year: 2026-03-01."),
    )


class CorrectForm(SourceForm):
    """What stands in the place of an address that is not right."""

    value = forms.CharField(label=_("Address or number"), max_length=500)


class AddContactForm(SourceForm):
    channel = forms.ChoiceField(label=_("Way"), choices=Channel.choices)
    value = forms.CharField(
        label=_("Address or number"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "autocapitalize": "off", "spellcheck": "false"}),
        help_text=_("Of an office in its public role, never of a private person."),
    )

    def __init__(self, office: Office, data: QueryDict | None = None) -> None:
        super().__init__(data)
        if twins := look_alikes(office):
            self.fields["also"] = _also(twins)
        self.order_fields(["channel", "value", "source", "source_date", "also"])


class ServesForm(SourceForm):
    """That an office answers to one more country."""

    country = forms.ChoiceField(label=_("Country"), choices=country_choices, widget=LongSelect)
    valid_from = forms.CharField(
        label=_("Since"), max_length=10, required=False, help_text=_("Empty where the source does not say.")
    )
    valid_to = forms.CharField(label=_("Until"), max_length=10, required=False)
    field_order = ("country", "source", "source_date", "valid_from", "valid_to")


def _also(twins: list[Office]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("The same office is listed more than once. Use this address for these entries as well:"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(twin.pk, str(twin)) for twin in twins],
    )
