"""All offices, to be found by words in any language, country and state; beside them what the directory knows."""

from collections.abc import Collection
from dataclasses import dataclass

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tocsin.directory.adopt import adoptable
from tocsin.directory.models import Office
from tocsin.directory.queries import offices as offices_found
from tocsin.language.find_place import find_place
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.terms import offices as terms

from .country_choices import country_choices, country_words
from .long_select import LongSelect
from .office_rows import office_row

PER_PAGE = 40
NAMES_OF_COUNTRIES = {"country", "territory", "people", "name", "historical"}


def or_any() -> list[tuple[str, str]]:
    return [("", gettext("All countries")), *country_choices()]


class OfficeFilter(forms.Form):
    words = forms.CharField(label=_("Name, city or country"), required=False, max_length=100)
    country = forms.ChoiceField(
        label=_("Country: of it, in it, or served"), required=False, choices=or_any, widget=LongSelect
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("All")),
            ("confirmed", _("With a confirmed channel")),
            ("unconfirmed", _("Without a confirmed channel")),
            ("expired", _("Confirmed more than 90 days ago")),
            ("bounced", _("With an address that bounced")),
            ("reported_dead", _("With a number reported dead")),
        ],
    )


@dataclass(frozen=True)
class Shipped:
    """Missions of one country that the directory knows and that are none of our offices."""

    country: str
    name: str
    missions: list[terms.Office]


@allowed(Role.VIEWER)
def offices(request: HttpRequest) -> HttpResponse:
    form = OfficeFilter(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    meant = countries_meant(wanted.get("words", ""))
    page = Paginator(offices_found(**wanted, places=meant), PER_PAGE).get_page(request.GET.get("page"))
    senders = [wanted["country"]] if wanted.get("country") else list(meant)
    context = {
        "form": form,
        "page": page,
        "rows": [office_row(office) for office in page],
        "meant": [country_words(code) for code in meant],
        "shipped": [each for code in senders if (each := _shipped(code)).missions],
        "is_filtered": any(wanted.values()),
        "may_edit": member_of(request).holds(Role.REVIEWER),
    }
    return render(request, "desk/offices.html", context)


def countries_meant(words: str) -> tuple[str, ...]:
    """The countries that the words may name, in any language; none for the name of a city or an office."""
    found = find_place(words) if words.strip() else None
    if found is None or found.kind not in NAMES_OF_COUNTRIES:
        return ()
    return (found.country,) if found.country else found.choices or found.successors


def _shipped(code: str) -> Shipped:
    ours = set(
        Office.objects.filter(of_country=code).exclude(shipped_key="").values_list("shipped_key", flat=True)
    )
    missions = _not_ours(adoptable(code), ours)
    return Shipped(code, country_words(code), missions)


def _not_ours(missions: Collection[terms.Office], ours: Collection[str]) -> list[terms.Office]:
    left = [m for m in missions if m.key not in ours]
    return sorted(left, key=lambda m: country_words(m.in_country or "").casefold())
