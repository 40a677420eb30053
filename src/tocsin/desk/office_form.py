"""The form by which an office is corrected."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tocsin.directory.edit_office import EDITABLE
from tocsin.directory.models import Office, OfficeKind

from .contact_forms import SourceForm
from .country_choices import country_choices
from .long_select import LongSelect


def or_unknown() -> list[tuple[str, str]]:
    return [("", _("Not known")), *country_choices()]


class EditOfficeForm(SourceForm):
    name = forms.CharField(label=gettext_lazy("Name of the office"), max_length=300)
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
