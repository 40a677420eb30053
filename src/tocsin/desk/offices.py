"""All offices, to be found by country, words and state."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tocsin.directory.models import Office
from tocsin.directory.queries import offices as offices_found
from tocsin.members.access import allowed
from tocsin.members.models import Role

from .country_choices import country_choices
from .office_rows import office_row

PER_PAGE = 40


def or_any() -> list[tuple[str, str]]:
    return [("", gettext("All countries")), *country_choices()]


class OfficeFilter(forms.Form):
    words = forms.CharField(label=_("Name, place or person"), required=False, max_length=100)
    country = forms.ChoiceField(label=_("Country: of it, in it, or served"), required=False, choices=or_any)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("All")),
            ("confirmed", _("With a confirmed channel")),
            ("unconfirmed", _("Without a confirmed channel")),
            ("bounced", _("With an address that bounced")),
        ],
    )


@allowed(Role.VIEWER)
def offices(request: HttpRequest) -> HttpResponse:
    form = OfficeFilter(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = Paginator(offices_found(**wanted), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": [office_row(office) for office in page],
        "is_filtered": any(wanted.values()),
        "there_are_any": Office.objects.exists(),
    }
    return render(request, "desk/offices.html", context)
