"""Searching everything that the member may see."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tocsin.cases.access import cases_of, reports_for
from tocsin.cases.models import SearchKind, SubjectKind
from tocsin.cases.search.find import MOST, Found, find
from tocsin.cases.search.query import LONGEST, CannotSearch, Query, read_query
from tocsin.cases.search.results import Shown, results
from tocsin.cases.search.seen import Narrowed
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Member, Role
from tocsin.reports.models import Report

from .country_choices import country_choices
from .language_choices import language_words
from .long_select import LongSelect

PER_PAGE = 20


def _countries() -> list[tuple[str, str]]:
    return [("", gettext("all")), *country_choices()]


def _languages(member: Member) -> list[tuple[str, str]]:
    """Those that some report is written in which she may see."""
    hers = reports_for(member, Report.objects.all())
    known = hers.order_by("language").exclude(language="").values_list("language", flat=True)
    return [("", gettext("all")), *((code, language_words(code)) for code in known.distinct())]


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class SearchForm(forms.Form):
    """What was searched for, and by what it is narrowed down; `kind` is chosen by links above the results."""

    country = forms.ChoiceField(label=_("Country"), required=False, choices=_countries, widget=LongSelect)
    language = forms.ChoiceField(label=_("Language of the report"), required=False)
    since = forms.DateField(label=pgettext_lazy("period", "From"), required=False, widget=DayInput)
    until = forms.DateField(label=pgettext_lazy("period", "To"), required=False, widget=DayInput)
    kind = forms.ChoiceField(required=False, choices=[("", ""), *SearchKind.choices])

    def __init__(self, data: Any, member: Member) -> None:
        super().__init__(data)
        hers = forms.ModelChoiceField(
            cases_of(member).order_by("title"),
            label=_("Case"),
            required=False,
            to_field_name="slug",
            empty_label=_("all"),
        )
        self.fields["case"] = hers
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of the report"), required=False, choices=_languages(member)
        )
        self.is_valid()

    @property
    def narrowed(self) -> Narrowed:
        """Without what was typed wrongly, which is told beside its field."""
        return Narrowed(**{name: value for name, value in self.cleaned_data.items() if value})

    @property
    def is_used(self) -> bool:
        return bool(self.errors) or any(v for name, v in self.cleaned_data.items() if name != "kind")


@allowed(Role.VIEWER)
def search(request: HttpRequest) -> HttpResponse:
    member = member_of(request)
    typed = request.GET.get("q", "").replace("\0", "")
    form = SearchForm(request.GET, member)
    context: dict[str, Any] = {"form": form, "typed": typed[: LONGEST + 1], "longest": LONGEST, "most": MOST}
    if not typed.strip():
        return render(request, "desk/search.html", context)
    try:
        query = read_query(typed)
    except CannotSearch as why:
        return render(request, "desk/search.html", context | {"trouble": str(why)}, status=422)
    found = find(query, member, form.narrowed)
    return render(request, "desk/search.html", context | _shown(request, query, found, member))


def _shown(request: HttpRequest, query: Query, found: Found, member: Member) -> dict[str, Any]:
    page = Paginator(found.keys, PER_PAGE).get_page(request.GET.get("page"))
    kinds = [(kind.value, kind.label, found.counts.get(kind.value)) for kind in SearchKind]
    return {
        "found": found,
        "page": page,
        "results": [
            (each, address_of(each.entry)) for each in results(list(page.object_list), query, member)
        ],
        "kinds": [each for each in kinds if each[2] != 0],
        "total": sum(found.counts.values()),
        "is_searched": True,
    }


def address_of(entry: Shown) -> str:
    """Where the thing itself stands at the desk."""
    if entry.report:
        return reverse("report", args=[entry.report])
    if entry.office:
        return reverse("office", args=[entry.office])
    if entry.subject_kind == SubjectKind.PERSON:
        return reverse("person_card", args=[entry.case, entry.subject])
    at = f"?at={entry.subject}#subject-{entry.subject}" if entry.subject else ""
    return reverse("case_desk", args=[entry.case]) + at
