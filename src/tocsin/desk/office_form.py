"""What is told of an office, by whoever adds it and by whoever corrects it."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tocsin.directory.edit_office import EDITABLE
from tocsin.directory.models import Office, OfficeKind

from .contact_forms import SourceForm
from .country_choices import country_choices
from .long_select import LongSelect

# Of every office; whom it serves and who owns it is told of some.
TOLD = ("name", "kind", "of_country", "in_country", "city", "hours")


def or_unknown() -> list[tuple[str, str]]:
    return [("", _("Not known")), *country_choices()]


class OfficeForm(SourceForm):
    """What an office is called, what it is, where it stands and when it answers."""

    name = forms.CharField(
        label=gettext_lazy("Name of the office"),
        max_length=300,
        help_text=gettext_lazy("An office in its public role, never a private person."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=OfficeKind.choices)
    of_country = forms.ChoiceField(
        label=gettext_lazy("Whose office it is"), required=False, choices=or_unknown, widget=LongSelect
    )
    in_country = forms.ChoiceField(
        label=gettext_lazy("Where it stands"), required=False, choices=or_unknown, widget=LongSelect
    )
    city = forms.CharField(label=gettext_lazy("City"), max_length=120, required=False)
    hours = forms.CharField(
        label=gettext_lazy("When it answers"),
        max_length=100,
        required=False,
        help_text=gettext_lazy(
            "As its site or its door says it, by its own clock: “Monday to Thursday 10–12”. Whoever calls reads it."
        ),
    )


class NewOfficeForm(OfficeForm):
    serves = forms.ChoiceField(
        label=gettext_lazy("Country that it answers to"),
        required=False,
        choices=or_unknown,
        widget=LongSelect,
        help_text=gettext_lazy("For a mission. More of them can be added on the office’s own page."),
    )
    field_order = (*TOLD, "serves", "source", "source_date")


class EditOfficeForm(OfficeForm):
    owner = forms.ModelChoiceField(
        Office.objects.none(),
        label=gettext_lazy("The company that owns it"),
        required=False,
        empty_label=gettext_lazy("Not known, or not a company"),
    )
    field_order = (*EDITABLE, "source", "source_date")

    def __init__(self, office: Office, data: QueryDict | None = None) -> None:
        given = {name: getattr(office, name) for name in EDITABLE}
        super().__init__(data, initial=given)
        companies = Office.objects.filter(kind=OfficeKind.COMPANY).exclude(pk=office.pk).order_by("name")
        owner = self.fields["owner"]
        if office.kind == OfficeKind.COMPANY and isinstance(owner, forms.ModelChoiceField):
            owner.queryset = companies
        else:
            del self.fields["owner"]
